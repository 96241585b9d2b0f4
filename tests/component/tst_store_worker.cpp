// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_worker.h"
#include "tests/component/blocked_store.h"

#include "tests/golden/fixtures.h"
#include "tests/support/damaged_file.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <memory>

using namespace parallax;

namespace {

FinishedRun runNamed(const char *id)
{
    SessionRecord record = fixtures::proxied();
    record.id = id;
    return std::make_shared<const SessionRecord>(record);
}

/// Everything the worker has said so far, in order.
std::vector<Update> saidBy(const QSignalSpy &spy)
{
    std::vector<Update> all;
    for (const auto &arguments : spy) {
        const auto batch = arguments.at(0).value<QList<Update>>();
        all.insert(all.end(), batch.begin(), batch.end());
    }
    return all;
}

std::vector<NoticeCode> noticesIn(const std::vector<Update> &updates)
{
    std::vector<NoticeCode> codes;
    for (const Update &update : updates) {
        if (const auto *notice = std::get_if<Notice>(&update))
            codes.push_back(notice->code);
    }
    return codes;
}

/// As somebody does who wants a new one.
bool moveStore(const QString &from, const QString &to, bool withLog)
{
    return QFile::rename(from, to)
        && (!withLog
            || (QFile::rename(from + QStringLiteral("-wal"), to + QStringLiteral("-wal"))
                && QFile::rename(from + QStringLiteral("-shm"), to + QStringLiteral("-shm"))));
}

} // namespace

class TestStoreWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunSavedInItsThreadIsThereAtTheNextLaunch()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("store.sqlite"));
        QThread thread;
        auto *worker = new StoreWorker;
        worker->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
        QList<std::pair<SessionId, QString>> stored; // filled in this thread, by queued calls
        QObject::connect(worker, &StoreWorker::stored, this,
                         [&stored](SessionId session, const QString &error) {
                             stored.append({session, error});
                         });
        thread.start();
        QMetaObject::invokeMethod(worker, [worker, file] { worker->open(file); });
        QMetaObject::invokeMethod(worker, [worker] { worker->save(SessionId{7}, runNamed("a")); });
        QTRY_COMPARE(stored.size(), 1);
        thread.quit();
        QVERIFY(thread.wait());
        QCOMPARE(stored.first(), std::pair(SessionId{7}, QString()));

        StoreWorker next;
        const QSignalSpy updated(&next, &StoreWorker::updated);
        next.open(file);
        const auto said = saidBy(updated);
        QCOMPARE(said.size(), std::size_t{1});
        QCOMPARE(std::get<HistoryLoaded>(said[0]).records.at(0).id, std::string("a"));
    }

    void aStoreThatFailedIsTriedAgainAndNothingIsLost()
    {
        BlockedStore blocked;
        QVERIFY(blocked.blocked);

        StoreWorker worker;
        const QSignalSpy stored(&worker, &StoreWorker::stored);
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(blocked.file);
        worker.save(SessionId{1}, runNamed("a"));
        QTRY_COMPARE(stored.size(), 1);
        QCOMPARE(noticesIn(saidBy(updated)), std::vector{NoticeCode::StoreUnusable}); // once
        QVERIFY(stored[0][1].toString().contains(QStringLiteral("place")));

        QVERIFY(blocked.clear());
        worker.save(SessionId{2}, runNamed("b"));
        QTRY_COMPARE(stored.size(), 2);
        QCOMPARE(stored[1][1].toString(), QString());
        QCOMPARE(noticesIn(saidBy(updated)).back(), NoticeCode::StoreRecovered);
        const auto store = SessionStore::open(blocked.file);
        QVERIFY(store);
        QCOMPARE(store.value().count().value(), 2);
    }

    void aRunThatCouldNotBeSavedIsTriedOnceMoreWhenTheWorkerEnds()
    {
        BlockedStore blocked;
        QVERIFY(blocked.blocked);
        auto worker = std::make_unique<StoreWorker>();
        const QSignalSpy stored(worker.get(), &StoreWorker::stored);
        worker->open(blocked.file);
        worker->save(SessionId{1}, runNamed("a"));
        QTRY_COMPARE(stored.size(), 1);
        QVERIFY(!stored[0][1].toString().isEmpty());
        QVERIFY(blocked.clear());
        worker.reset();
        const auto store = SessionStore::open(blocked.file);
        QVERIFY(store);
        QCOMPARE(store.value().count().value(), 1);
    }

    void aSaveThatFailedIsTriedAgainByTheClock()
    {
        BlockedStore blocked;
        QVERIFY(blocked.blocked);
        StoreWorker worker;
        const QSignalSpy stored(&worker, &StoreWorker::stored);
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(blocked.file);
        worker.save(SessionId{1}, runNamed("a"));
        QTRY_COMPARE(stored.size(), 1);
        QVERIFY(blocked.clear());
        auto *clock = worker.findChild<QTimer *>(QStringLiteral("next_write"));
        QVERIFY(clock && clock->isActive());
        clock->setInterval(0); // half a minute has passed
        QTRY_COMPARE(noticesIn(saidBy(updated)).back(), NoticeCode::StoreRecovered);
        const auto store = SessionStore::open(blocked.file);
        QVERIFY(store);
        QCOMPARE(store.value().count().value(), 1);
    }

    void aStoreThatCouldNotBeOpenedIsTriedAgainByTheClock()
    {
        BlockedStore blocked;
        QVERIFY(blocked.blocked);
        StoreWorker worker;
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(blocked.file);
        QVERIFY(blocked.clear());
        auto *clock = worker.findChild<QTimer *>(QStringLiteral("next_write"));
        QVERIFY(clock && clock->isActive());
        clock->setInterval(0);
        QTRY_COMPARE(noticesIn(saidBy(updated)).back(), NoticeCode::StoreRecovered);
    }

    void aStoreThatIsMovedAwayIsBegunAnew_data()
    {
        QTest::addColumn<bool>("withLog");
        QTest::newRow("with the log beside it") << true;
        QTest::newRow("alone") << false;
    }

    void aStoreThatIsMovedAwayIsBegunAnew()
    {
        QFETCH(bool, withLog);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("store.sqlite"));
        const QString away = folder.filePath(QStringLiteral("away.sqlite"));
        StoreWorker worker;
        const QSignalSpy stored(&worker, &StoreWorker::stored);
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(file);
        worker.save(SessionId{1}, runNamed("a"));
        QTRY_COMPARE(stored.size(), 1);
        QVERIFY(moveStore(file, away, withLog));
        worker.save(SessionId{2}, runNamed("b"));
        QTRY_COMPARE(stored.size(), 2);
        QCOMPARE(stored[1][1].toString(), QString());
        const auto begunAnew = SessionStore::open(file);
        const auto moved = SessionStore::open(away);
        QVERIFY(begunAnew && moved);
        QVERIFY(begunAnew.value().find("b").value().has_value());
        QCOMPARE(begunAnew.value().count().value(), 1);
        QVERIFY(moved.value().find("a").value().has_value());
        const auto said = saidBy(updated);
        const auto histories = std::count_if(said.begin(), said.end(), [](const Update &update) {
            return std::holds_alternative<HistoryLoaded>(update);
        });
        QCOMPARE(histories, std::ptrdiff_t{1}); // its runs would be listed twice
    }

    void runsThatArriveTogetherAreEachAnsweredAndStored()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("store.sqlite"));
        StoreWorker worker;
        const QSignalSpy stored(&worker, &StoreWorker::stored);
        worker.open(file);
        for (const char *id : {"a", "b", "c"})
            worker.save(SessionId{static_cast<unsigned long long>(id[0])}, runNamed(id));
        QVERIFY(stored.isEmpty()); // all three, in one transaction
        QTRY_COMPARE(stored.size(), 3);
        QCOMPARE(stored[2][0].value<SessionId>(), SessionId{'c'});
        QCOMPARE(stored[2][1].toString(), QString());
        const auto store = SessionStore::open(file);
        QCOMPARE(store.value().count().value(), 3);
    }

    void aRunThatArrivedIsSavedWhenTheWorkerEnds()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("store.sqlite"));
        {
            StoreWorker worker;
            worker.open(file);
            worker.save(SessionId{1}, runNamed("a"));
        }
        const auto store = SessionStore::open(file);
        QCOMPARE(store.value().count().value(), 1);
    }

    void damagedRunsAreNamedAtLaunch()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("store.sqlite"));
        {
            auto store = SessionStore::open(file);
            QVERIFY(store && store.value().save(*runNamed("bad")));
            const auto database = openSqlite(file, false);
            QVERIFY(database && run(*database.value(), QStringLiteral("UPDATE session SET report = 'x'")));
        }
        StoreWorker worker;
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(file);
        const auto said = saidBy(updated);
        QVERIFY(std::get<Notice>(said.back())
                == (Notice{.code = NoticeCode::RunsUnreadable, .detail = "bad"}));
    }

    void aDamagedPageIsToldAtLaunch()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("store.sqlite"));
        {
            auto store = SessionStore::open(file);
            QVERIFY(store);
            for (int i = 10; i < 60; ++i)
                QVERIFY(store.value().save(*runNamed(std::to_string(i).c_str())));
        }
        QVERIFY(damageMiddle(file));
        StoreWorker worker;
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(file);
        const auto said = saidBy(updated);
        QVERIFY(!std::get<HistoryLoaded>(said.front()).records.empty());
        const auto &notice = std::get<Notice>(said.back());
        QCOMPARE(notice.code, NoticeCode::RunsUnreadable);
        QVERIFY2(notice.detail.find("store.sqlite is damaged") != std::string::npos, notice.detail.c_str());
    }
};

QTEST_GUILESS_MAIN(TestStoreWorker)
#include "tst_store_worker.moc"
