// SPDX-License-Identifier: GPL-3.0-or-later
#include "stored_watch.h"

#include "core/data/path_events.h"
#include "core/data/path_figures.h"
#include "tests/golden/fixtures.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

class TestPathStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("store.sqlite"));
    }

    void aWatchedPathComesBackAsItWas()
    {
        Watch watch;
        {
            auto store = SessionStore::open(m_file);
            QVERIFY(store);
            for (int i = 0; i < 100; ++i) { // every 36 rounds, in the middle of a row
                watch.watch(36);
                QVERIFY(watch.write(store.value()));
            }
        }
        const auto store = SessionStore::open(m_file, SessionStore::Access::ReadOnly);
        QVERIFY(store);
        const LoadedPath path = loaded(store.value());
        QVERIFY(path.damaged.empty());
        QCOMPARE(path.state.history.rounds(), std::size_t{3600});
        QVERIFY(sameRounds(path.state.history, watch.expected.history));
        QVERIFY(path.state.request == watch.expected.request);
        QVERIFY(path.state.record.addresses == watch.expected.record.addresses);
        QVERIFY(path.state.record.address == watch.expected.record.address);
        QCOMPARE(path.state.record.target, std::string("sydney.example"));
        QVERIFY(path.state.record.started == watch.expected.record.started);
        QVERIFY(path.state.record.end == PathEnd::Interrupted);
        QVERIFY(!path.state.byMinute);
    }

    void whatNeverLeftIsKeptAsSuch()
    {
        Watch watch;
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        watch.watch(10);
        const Probe refused{
            .id = ProbeId{11 * idsPerRound + 1}, .ttl = 1, .sent = fixtures::watchBegan() + 10s};
        watch.expected.history.addNotSent(refused);
        watch.recorder.add({.trace = TraceId{1}, .notSent = {refused}});
        QVERIFY(watch.write(store.value()));
        const LoadedPath path = loaded(store.value());
        QVERIFY(sameRounds(path.state.history, watch.expected.history));
        QCOMPARE(pathRows(path.state.history)[0].notSent, 1);
    }

    void eventsAndFiguresAreTheSameAfterwards()
    {
        Watch watch;
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        watch.watch(3600);
        QVERIFY(watch.write(store.value()));
        const PathHistory &history = loaded(store.value()).state.history;
        const auto events = pathEvents(watch.expected.history);
        QVERIFY(!events.empty());
        QVERIFY(pathEvents(history) == events);
        const auto before = pathRows(watch.expected.history);
        const auto after = pathRows(history);
        QCOMPARE(after.size(), before.size());
        QVERIFY(after[4].rtt == before[4].rtt);
        QCOMPARE(after[4].unanswered, before[4].unanswered);
        QVERIFY(after[2].first->quote == before[2].first->quote);
        QCOMPARE(after[2].first->ttl, before[2].first->ttl);
    }

    void theListSaysWhatWasWatchedAndWhen()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(90);
        QVERIFY(watch.write(store.value()));
        const auto list = store.value().paths().list();
        QVERIFY(list);
        QCOMPARE(list.value().size(), std::size_t{1});
        const StoredPath &path = list.value().front();
        QVERIFY(!path.id.empty());
        QCOMPARE(path.target, std::string("sydney.example"));
        QVERIFY(path.address == watch.expected.record.address);
        QVERIFY(path.started == fixtures::watchBegan());
        QVERIFY(path.ended == fixtures::watchBegan() + 89s);
        QCOMPARE(path.rounds, std::uint64_t{90});
    }

    void aLateAnswerReplacesTheLoss()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(3);
        QVERIFY(watch.write(store.value()));
        auto late = fixtures::playedRound(fixtures::farPath(), 1, watch.expected.record.address.address)[3];
        late.reply = Reply{.id = late.probe.id,
                           .kind = ReplyKind::TimeExceeded,
                           .from = IpAddress::parse("203.0.113.65").value(),
                           .received = late.probe.sent + 3s};
        watch.recorder.add({.trace = TraceId{1}, .batch = {late}});
        QVERIFY(watch.write(store.value()));
        const PathHistory &history = loaded(store.value()).state.history;
        QVERIFY(history.hops().at(4).at(1).rtt() == Duration(3s));
        QVERIFY(!history.hops().at(4).at(2).answered());
    }

    void whatIsWrittenIsInTheFilesBeforeTheStoreIsClosed()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(40);
        QVERIFY(watch.write(store.value()));
        // What a program that is killed now leaves behind.
        const QString left = m_folder->filePath(QStringLiteral("left.sqlite"));
        QVERIFY(QFile::copy(m_file, left));
        QVERIFY(QFile::copy(m_file + QStringLiteral("-wal"), left + QStringLiteral("-wal")));
        const auto after = SessionStore::open(left);
        QVERIFY(after);
        QCOMPARE(loaded(after.value()).state.history.rounds(), std::size_t{40});
    }

    void nothingNewIsNoNews()
    {
        Watch watch;
        watch.watch(10);
        QCOMPARE(watch.recorder.news().size(), std::size_t{1});
        QCOMPARE(watch.recorder.news().front().responders.size(), std::size_t{5});
        watch.recorder.written();
        QVERIFY(watch.recorder.news().empty());
        watch.watch(1);
        QCOMPARE(watch.recorder.news().front().blocks.size(), std::size_t{1});
    }

    void whatAnotherProgramDeletesGoesOnFromThere()
    {
        auto store = SessionStore::open(m_file);
        auto another = SessionStore::open(m_file);
        QVERIFY(store && another);
        Watch watch;
        watch.watch(120);
        QVERIFY(watch.write(store.value()));
        QVERIFY(another.value().paths().remove(another.value().paths().list().value().at(0).id));
        watch.watch(60);
        QVERIFY(watch.write(store.value()));
        const LoadedPath path = loaded(another.value());
        QVERIFY(path.damaged.empty());
        QVERIFY(path.state.history.block(120, 60) == watch.expected.history.block(120, 60));
        QCOMPARE(path.state.history.rounds(), std::size_t{60});
    }

    void namesThatComeAfterTheEndAreStored()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.recorder.learn({.trace = TraceId{1}, .addresses = {}, .complete = false});
        watch.watch(10);
        watch.recorder.close();
        QVERIFY(watch.write(store.value()));
        QVERIFY(!watch.recorder.done());
        watch.learn();
        QVERIFY(!watch.recorder.done());
        QVERIFY(watch.write(store.value()));
        QVERIFY(watch.recorder.done());
        QVERIFY(loaded(store.value()).state.record.addresses == fixtures::farFacts());
    }

    void aStoreThatFailsForHalfAnHourCostsNothing()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(100);
        QVERIFY(watch.write(store.value()));
        watch.watch(1800); // and nobody writes
        QVERIFY(watch.write(store.value()));
        QVERIFY(sameRounds(loaded(store.value()).state.history, watch.expected.history));
    }

    void whatIsLongerThanADayBecomesTwoPaths()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        const fixtures::PlayedPath path = [](std::size_t) {
            return std::vector<fixtures::PlayedHop>{{"192.0.2.1", 1ms}, {"192.0.2.9", 2ms}};
        };
        const TraceState state = fixtures::watched(path, 0, "192.0.2.9");
        PathRecorder recorder(TraceOpened{TraceId{1}, state.request, state.record});
        for (std::size_t round = 0; round < PathHistory::mostRounds + 90; ++round) {
            recorder.add({.trace = TraceId{1},
                          .batch = fixtures::playedRound(path, round, state.record.address.address)});
            if (round % 3000 != 0)
                continue;
            QVERIFY(store.value().paths().write(recorder.news()));
            recorder.written();
        }
        QVERIFY(store.value().paths().write(recorder.news()));
        const auto list = store.value().paths().list();
        QCOMPARE(list.value().size(), std::size_t{2});
        QCOMPARE(list.value()[0].rounds, std::uint64_t{90});
        QCOMPARE(list.value()[1].rounds, std::uint64_t{PathHistory::mostRounds});
        QVERIFY(recorder.isNamed(list.value()[0].id));
        QVERIFY(recorder.isNamed(list.value()[1].id)); // its last rounds may have to be written again
        recorder.written();
        QVERIFY(recorder.isNamed(list.value()[0].id));
        QVERIFY(!recorder.isNamed(list.value()[1].id)); // it is complete
        const auto second = store.value().paths().load(list.value()[0].id);
        QVERIFY(second && second.value().damaged.empty());
        QCOMPARE(second.value().state.history.rounds(), std::size_t{90});
        QCOMPARE(second.value().state.history.dropped(), std::size_t{PathHistory::mostRounds});
    }

    void aStoreOfTheFirstSchemaKeepsItsRunsAndTakesPaths()
    {
        {
            auto store = SessionStore::open(m_file);
            QVERIFY(store && store.value().save(fixtures::proxied()));
        }
        for (const char *table : {"path_rounds", "path_responder", "path"})
            execute(m_file, QStringLiteral("DROP TABLE ") + QLatin1String(table));
        execute(m_file, QStringLiteral("PRAGMA user_version = 1"));
        auto store = SessionStore::open(m_file);
        QVERIFY2(store, store ? "" : store.error().message.c_str());
        QCOMPARE(number(m_file, "PRAGMA user_version"), 2);
        QCOMPARE(store.value().count().value(), 1);
        Watch watch;
        watch.watch(5);
        QVERIFY(watch.write(store.value()));
        QCOMPARE(loaded(store.value()).state.history.rounds(), std::size_t{5});
    }

    void aDeletedPathIsGoneWithItsRounds()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch first;
        Watch second;
        first.watch(120);
        second.watch(60);
        QVERIFY(first.write(store.value()));
        QVERIFY(second.write(store.value()));
        const auto list = store.value().paths().list();
        const auto longer = std::find_if(list.value().begin(), list.value().end(),
                                         [](const StoredPath &path) { return path.rounds == 120; });
        QVERIFY(store.value().paths().remove(longer->id));
        QCOMPARE(store.value().paths().list().value().size(), std::size_t{1});
        QCOMPARE(number(m_file, "SELECT count(*) FROM path_rounds"), 1);
        QCOMPARE(number(m_file, "SELECT count(*) FROM path_responder"), 5);
        QVERIFY(!store.value().paths().load(longer->id));
    }

    void aReadOnlyStoreSaysSo()
    {
        QVERIFY(SessionStore::open(m_file));
        const auto store = SessionStore::open(m_file, SessionStore::Access::ReadOnly);
        QVERIFY(store);
        Watch watch;
        watch.watch(5);
        auto paths = store.value().paths();
        const auto written = paths.write(watch.recorder.news());
        QVERIFY(!written);
        QVERIFY2(holds(written.error().message, "is read-only"), written.error().message.c_str());
    }

    void aFullStoreSaysSoAndLosesNothing()
    {
        QVERIFY(SessionStore::open(m_file));
        const auto database = openSqlite(m_file, false);
        QVERIFY(database);
        PathStore paths(*database.value());
        const auto limit = [&](int pages) {
            return bool(run(*database.value(), QStringLiteral("PRAGMA max_page_count = %1").arg(pages)));
        };
        Watch watch;
        watch.watch(60);
        QVERIFY(paths.write(watch.recorder.news()));
        watch.recorder.written();
        QVERIFY(limit(number(m_file, "PRAGMA page_count"))); // as a full disk would
        watch.watch(1200);
        const auto written = paths.write(watch.recorder.news());
        QVERIFY(!written);
        QVERIFY2(holds(written.error().message, "is full"), written.error().message.c_str());
        QVERIFY(limit(100'000));
        QVERIFY(paths.write(watch.recorder.news()));
        const auto path = paths.load(paths.list().value().front().id);
        QVERIFY(sameRounds(path.value().state.history, watch.expected.history));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestPathStore)
#include "tst_path_store.moc"
