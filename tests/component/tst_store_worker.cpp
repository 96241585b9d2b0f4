// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_worker.h"

#include "tests/golden/fixtures.h"
#include "tests/support/watched_path.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

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

constexpr TraceId watch{3};

/// What a hub says of a watched path, round by round.
QList<Update> opened(TraceRequest::Kind kind = TraceRequest::Kind::Watch)
{
    TraceState state = fixtures::farWatch(0);
    state.request.kind = kind;
    return {TraceOpened{watch, state.request, state.record}, AddressesLearnt{watch, fixtures::farFacts()}};
}

QList<Update> rounds(std::size_t from, std::size_t to)
{
    const IpAddress target = fixtures::farWatch(0).record.address.address;
    QList<Update> updates;
    for (std::size_t round = from; round < to; ++round)
        updates.append(TraceObserved{.trace = watch,
                                     .batch = fixtures::playedRound(fixtures::farPath(), round, target)});
    return updates;
}

template<class Wanted>
std::optional<Wanted> lastOf(const QSignalSpy &spy)
{
    std::optional<Wanted> last;
    for (const Update &update : saidBy(spy)) {
        if (const auto *wanted = std::get_if<Wanted>(&update))
            last = *wanted;
    }
    return last;
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
        const QTemporaryDir folder;
        const QString place = folder.filePath(QStringLiteral("place"));
        QFile inTheWay(place);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));

        StoreWorker worker;
        const QSignalSpy stored(&worker, &StoreWorker::stored);
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(place + QStringLiteral("/store.sqlite"));
        worker.save(SessionId{1}, runNamed("a"));
        QTRY_COMPARE(stored.size(), 1);
        QCOMPARE(noticesIn(saidBy(updated)),
                 (std::vector{NoticeCode::StoreUnusable, NoticeCode::StoreUnusable}));
        QVERIFY(stored[0][1].toString().contains(QStringLiteral("place")));

        QVERIFY(inTheWay.remove());
        worker.save(SessionId{2}, runNamed("b"));
        QTRY_COMPARE(stored.size(), 2);
        QCOMPARE(stored[1][1].toString(), QString());
        QCOMPARE(noticesIn(saidBy(updated)).back(), NoticeCode::StoreRecovered);
        const auto store = SessionStore::open(place + QStringLiteral("/store.sqlite"));
        QVERIFY(store);
        QCOMPARE(store.value().count().value(), 2);
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

    void aWatchedPathIsListedAndOpenedTheNextDay()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("store.sqlite"));
        {
            StoreWorker worker;
            worker.open(file);
            worker.follow(opened());
            worker.follow(rounds(0, 200));
            worker.follow({TraceClosed{watch, PathEnd::Interrupted, std::chrono::seconds(200)}});
        } // quits
        StoreWorker next;
        const QSignalSpy updated(&next, &StoreWorker::updated);
        next.open(file);
        next.listPaths();
        const auto list = lastOf<StoredPathsListed>(updated);
        QVERIFY(list);
        QCOMPARE(list->paths.size(), std::size_t{1});
        QVERIFY(!list->paths[0].running);
        next.openPath(TraceId{9}, QString::fromStdString(list->paths[0].id));
        const auto path = lastOf<StoredPathOpened>(updated);
        QVERIFY(path);
        QCOMPARE(path->trace, TraceId{9});
        QCOMPARE(path->state->history.rounds(), std::size_t{200});
        QVERIFY(path->state->record.addresses == fixtures::farFacts());
    }

    void aSingleTraceIsNotStored()
    {
        const QTemporaryDir folder;
        StoreWorker worker;
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(folder.filePath(QStringLiteral("store.sqlite")));
        worker.follow(opened(TraceRequest::Kind::Trace));
        worker.follow(rounds(0, 3));
        worker.listPaths();
        QVERIFY(lastOf<StoredPathsListed>(updated)->paths.empty());
    }

    void aProgramThatIsKilledLosesWhatCameAfterTheLastWriting()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("store.sqlite"));
        StoreWorker killed;
        killed.open(file);
        killed.follow(opened());
        killed.follow(rounds(0, 90));
        killed.writePaths(); // twice a minute
        killed.follow(rounds(90, 110));
        const QString left = folder.filePath(QStringLiteral("left.sqlite"));
        QVERIFY(QFile::copy(file, left));
        QVERIFY(QFile::copy(file + QStringLiteral("-wal"), left + QStringLiteral("-wal")));
        const auto after = SessionStore::open(left);
        QVERIFY(after);
        QCOMPARE(after.value().paths().list().value().at(0).rounds, std::uint64_t{90});
    }

    void aStoreThatFailsIsToldAndThePathIsWrittenLater()
    {
        const QTemporaryDir folder;
        const QString place = folder.filePath(QStringLiteral("place"));
        QFile inTheWay(place);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        StoreWorker worker;
        worker.open(place + QStringLiteral("/store.sqlite"));
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.follow(opened());
        worker.follow(rounds(0, 30));
        worker.writePaths();
        const auto notice = lastOf<Notice>(updated);
        QVERIFY(notice);
        QCOMPARE(notice->code, NoticeCode::StoreUnusable);
        QVERIFY(notice->detail.find("place") != std::string::npos);
        QVERIFY(inTheWay.remove());
        worker.follow(rounds(30, 60));
        worker.writePaths();
        QCOMPARE(lastOf<Notice>(updated)->code, NoticeCode::StoreRecovered);
        worker.listPaths();
        QCOMPARE(lastOf<StoredPathsListed>(updated)->paths.at(0).rounds, std::uint64_t{60});
    }

    void aPathThatIsWatchedCannotBeDeleted()
    {
        const QTemporaryDir folder;
        StoreWorker worker;
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(folder.filePath(QStringLiteral("store.sqlite")));
        worker.follow(opened());
        worker.follow(rounds(0, 5));
        worker.listPaths();
        const StoredPath path = lastOf<StoredPathsListed>(updated)->paths.at(0);
        QVERIFY(path.running);
        worker.removePath(QString::fromStdString(path.id));
        QVERIFY(lastOf<StoredPathFailed>(updated)->error.message.find("stop it first") != std::string::npos);
        worker.follow({TraceClosed{watch, PathEnd::Interrupted, std::chrono::seconds(5)}});
        worker.writePaths();
        worker.removePath(QString::fromStdString(path.id));
        QVERIFY(lastOf<StoredPathsListed>(updated)->paths.empty());
    }

    void damagedRoundsAreNamedWhenThePathIsOpened()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("store.sqlite"));
        StoreWorker worker;
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(file);
        worker.follow(opened());
        worker.follow(rounds(0, 120));
        worker.listPaths();
        const auto database = openSqlite(file, false);
        QVERIFY(database
                && run(*database.value(),
                       QStringLiteral("UPDATE path_rounds SET content = 'x' WHERE first = 0")));
        worker.openPath(TraceId{9},
                        QString::fromStdString(lastOf<StoredPathsListed>(updated)->paths.at(0).id));
        QVERIFY(*lastOf<Notice>(updated)
                == (Notice{.code = NoticeCode::RoundsUnreadable, .detail = "sydney.example: 1–60"}));
        QCOMPARE(lastOf<StoredPathOpened>(updated)->state->history.rounds(), std::size_t{60});
    }

    void anUnknownPathIsAnError()
    {
        const QTemporaryDir folder;
        StoreWorker worker;
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(folder.filePath(QStringLiteral("store.sqlite")));
        worker.openPath(TraceId{9}, QStringLiteral("another"));
        QCOMPARE(lastOf<StoredPathFailed>(updated)->id, std::string("another"));
    }
};

QTEST_GUILESS_MAIN(TestStoreWorker)
#include "tst_store_worker.moc"
