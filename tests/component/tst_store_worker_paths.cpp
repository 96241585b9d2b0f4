// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_worker.h"
#include "tests/component/blocked_store.h"
#include "tests/golden/fixtures.h"
#include "tests/support/watched_path.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace parallax;

namespace {

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

QString firstIdIn(const QSignalSpy &updated)
{
    return QString::fromStdString(lastOf<StoredPathsListed>(updated)->paths.at(0).id);
}

} // namespace

/// Watched paths on their way through the store's thread.
class TestStoreWorkerPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

    void aProgramThatIsKilledLosesOnlyWhatCameAfterTheLastWriting()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("store.sqlite"));
        const pid_t program = fork();
        if (program == 0) {
            StoreWorker worker;
            worker.open(file);
            worker.follow(opened());
            worker.follow(rounds(0, 90));
            worker.writePaths(); // twice a minute
            worker.follow(rounds(90, 110));
            ::raise(SIGKILL);
        }
        int status = 0;
        QCOMPARE(waitpid(program, &status, 0), program);
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), SIGKILL);
        const auto after = SessionStore::open(file);
        QVERIFY(after);
        QCOMPARE(after.value().paths().list().value().at(0).rounds, std::uint64_t{90});
    }

    void aStoreThatFailsIsToldAndThePathIsWrittenLater()
    {
        BlockedStore blocked;
        QVERIFY(blocked.blocked);
        StoreWorker worker;
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(blocked.file);
        worker.follow(opened());
        worker.follow(rounds(0, 30));
        worker.writePaths();
        const auto notice = lastOf<Notice>(updated);
        QVERIFY(notice);
        QCOMPARE(notice->code, NoticeCode::StoreUnusable);
        QVERIFY(notice->detail.find("place") != std::string::npos);
        QVERIFY(blocked.clear());
        worker.follow(rounds(30, 60));
        worker.writePaths();
        QCOMPARE(lastOf<Notice>(updated)->code, NoticeCode::StoreRecovered);
        worker.listPaths();
        QCOMPARE(lastOf<StoredPathsListed>(updated)->paths.at(0).rounds, std::uint64_t{60});
    }

    void aRunThatWaitsIsSavedBeforeAllIsSaidToBeWell()
    {
        BlockedStore blocked;
        QVERIFY(blocked.blocked);
        StoreWorker worker;
        const QSignalSpy stored(&worker, &StoreWorker::stored);
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(blocked.file);
        worker.save(SessionId{1}, std::make_shared<const SessionRecord>(fixtures::proxied()));
        QTRY_COMPARE(stored.size(), 1);
        QVERIFY(blocked.clear());
        worker.follow(opened());
        worker.follow(rounds(0, 30));
        worker.writePaths();
        QCOMPARE(lastOf<Notice>(updated)->code, NoticeCode::StoreRecovered);
        const auto store = SessionStore::open(blocked.file);
        QVERIFY(store);
        QCOMPARE(store.value().count().value(), 1);
    }

    void aRollUpThatFailedIsOverWithTheNextThatWorks()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("store.sqlite"));
        StoreWorker worker;
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(file);
        const auto database = openSqlite(file, false);
        QVERIFY(database);
        QVERIFY(run(*database.value(), QStringLiteral("ALTER TABLE path_rounds RENAME TO hidden")));
        worker.rollUp();
        QCOMPARE(lastOf<Notice>(updated)->code, NoticeCode::StoreUnusable);
        QVERIFY(run(*database.value(), QStringLiteral("ALTER TABLE hidden RENAME TO path_rounds")));
        worker.rollUp();
        QCOMPARE(lastOf<Notice>(updated)->code, NoticeCode::StoreRecovered);
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
        worker.openPath(TraceId{9}, firstIdIn(updated));
        QVERIFY(*lastOf<Notice>(updated)
                == (Notice{.code = NoticeCode::RoundsUnreadable, .detail = "sydney.example: 1–60"}));
        QCOMPARE(lastOf<StoredPathOpened>(updated)->state->history.rounds(), std::size_t{60});
    }

    void whatIsStoredSoFarIsCopiedAndOpenedElsewhere()
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("copy.parallax"));
        StoreWorker here;
        const QSignalSpy said(&here, &StoreWorker::updated);
        here.open(folder.filePath(QStringLiteral("store.sqlite")));
        here.follow(opened());
        here.follow(rounds(0, 90));
        here.listPaths();
        here.follow(rounds(90, 100)); // and goes on
        here.copyPath(firstIdIn(said), copy);
        QVERIFY(lastOf<StoredPathCopied>(said));
        QCOMPARE(lastOf<StoredPathCopied>(said)->file, copy.toStdString());
        StoreWorker there;
        const QSignalSpy answered(&there, &StoreWorker::updated);
        there.open(folder.filePath(QStringLiteral("another.sqlite")));
        there.openPathFile(TraceId{9}, copy);
        const auto path = lastOf<StoredPathOpened>(answered);
        QVERIFY(path);
        QCOMPARE(path->trace, TraceId{9});
        QCOMPARE(path->state->history.rounds(), std::size_t{100});
        there.listPaths();
        QVERIFY(lastOf<StoredPathsListed>(answered)->paths.empty()); // it is in the file alone
    }

    void whatAFileCallsItsTargetIsInNoNotice()
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("copy.parallax"));
        StoreWorker worker;
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(folder.filePath(QStringLiteral("store.sqlite")));
        worker.follow(opened());
        worker.follow(rounds(0, 3000)); // fifty rows
        worker.listPaths();
        worker.copyPath(firstIdIn(updated), copy);
        {
            const auto database = openSqlite(copy, false);
            QVERIFY(database);
            QVERIFY(run(*database.value(), QStringLiteral("UPDATE path SET target = 'sudo true'")));
            QVERIFY(run(*database.value(), QStringLiteral("UPDATE path_rounds SET content = 'x'")));
        }
        worker.openPathFile(TraceId{9}, copy);
        const auto notice = lastOf<Notice>(updated);
        QVERIFY(notice);
        QVERIFY2(notice->detail.starts_with("203.0.113.200: 1–60, "), notice->detail.c_str());
        QVERIFY2(notice->detail.ends_with(", … (50)"), notice->detail.c_str());
        QVERIFY(notice->detail.size() < 400);
    }

    void aFileThatCannotBeReadIsNamedByItsFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("none.parallax"));
        StoreWorker worker;
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(folder.filePath(QStringLiteral("store.sqlite")));
        worker.openPathFile(TraceId{9}, file);
        QCOMPARE(lastOf<StoredPathFailed>(updated)->id, file.toStdString());
        worker.openPathFile(TraceId{10}, folder.filePath(QStringLiteral("store.sqlite")));
        QVERIFY(lastOf<StoredPathFailed>(updated)->error.message.find("own store") != std::string::npos);
    }

    void aPathThatCannotBeCopiedIsAnError()
    {
        const QTemporaryDir folder;
        StoreWorker worker;
        const QSignalSpy updated(&worker, &StoreWorker::updated);
        worker.open(folder.filePath(QStringLiteral("store.sqlite")));
        worker.copyPath(QStringLiteral("another"), folder.filePath(QStringLiteral("copy.parallax")));
        QVERIFY(lastOf<StoredPathFailed>(updated));
        QVERIFY(lastOf<StoredPathFailed>(updated)->id.empty()); // it may be opened at the same time
        QVERIFY(!lastOf<StoredPathCopied>(updated));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("copy.parallax"))));
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

QTEST_GUILESS_MAIN(TestStoreWorkerPaths)
#include "tst_store_worker_paths.moc"
