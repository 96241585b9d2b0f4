// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_events.h"
#include "core/data/path_figures.h"
#include "core/store/path_blocks.h"
#include "core/store/path_json.h"
#include "core/store/path_recorder.h"
#include "core/store/session_store.h"
#include "tests/golden/fixtures.h"
#include "tests/support/watched_path.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

bool holds(const std::string &text, const char *part)
{
    return text.find(part) != std::string::npos;
}

void execute(const QString &file, const QString &statement)
{
    const auto database = openSqlite(file, false);
    QVERIFY(database);
    const auto done = run(*database.value(), statement);
    QVERIFY2(done, done ? "" : done.error().message.c_str());
}

/// The far path, as a hub would tell of it.
struct Watch {
    TraceState expected = fixtures::farWatch(0);
    PathRecorder recorder{TraceOpened{TraceId{1}, expected.request, expected.record}};
    std::size_t rounds = 0;

    Watch() { learn(); }
    void learn() { recorder.learn({.trace = TraceId{1}, .addresses = expected.record.addresses}); }
    void watch(std::size_t more)
    {
        for (; more > 0; --more, ++rounds) {
            const auto batch =
                fixtures::playedRound(fixtures::farPath(), rounds, expected.record.address.address);
            for (const Observation &observation : batch)
                expected.history.add(observation, expected.record.address.address);
            recorder.add({.trace = TraceId{1}, .batch = batch});
        }
    }
    Result<void> write(SessionStore &store)
    {
        auto written = store.paths().write(recorder.news());
        if (written)
            recorder.written();
        return written;
    }
};

/// What the store is asked for later.
LoadedPath loaded(const SessionStore &store)
{
    const auto list = store.paths().list();
    if (!list || list.value().empty())
        return {};
    auto path = store.paths().load(list.value().front().id);
    return path ? std::move(path).value() : LoadedPath{};
}

/// But for the rounds, whose first answers have lost their times.
bool sameRounds(const PathHistory &a, const PathHistory &b)
{
    return a.block(0, PathHistory::mostRounds) == b.block(0, PathHistory::mostRounds);
}

int number(const QString &file, const char *statement)
{
    const auto database = openSqlite(file, true);
    return database ? single(*database.value(), QLatin1String(statement)).value().toInt() : -1;
}

} // namespace

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
        QVERIFY(watch.recorder.news().front().responders.empty());
        QCOMPARE(watch.recorder.news().front().blocks.size(), std::size_t{1});
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
        const std::vector<fixtures::PlayedHop> path{{"192.0.2.1", 1ms}, {"192.0.2.9", 2ms}};
        TraceState state = fixtures::watched([&](std::size_t) { return path; }, 0, "192.0.2.9");
        PathRecorder recorder(TraceOpened{TraceId{1}, state.request, state.record});
        for (std::size_t round = 0; round < PathHistory::mostRounds + 90; ++round) {
            recorder.add({.trace = TraceId{1},
                          .batch = fixtures::playedRound([&](std::size_t) { return path; }, round,
                                                         state.record.address.address)});
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

    void aDamagedBlockIsNamedAndSkipped_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("a flipped byte")
            << QStringLiteral("UPDATE path_rounds SET content = substr(content, 1, 40) || x'5a5a' ||"
                              " substr(content, 43) WHERE first = 60");
        QTest::newRow("cut off") << QStringLiteral(
            "UPDATE path_rounds SET content = substr(content, 1, length(content) / 2) WHERE first = 60");
        QTest::newRow("nothing") << QStringLiteral("UPDATE path_rounds SET content = '' WHERE first = 60");
        QTest::newRow("says that it needs 4 GiB") << QStringLiteral(
            "UPDATE path_rounds SET content = x'ffffffff' || substr(content, 5) WHERE first = 60");
        QTest::newRow("another's rounds")
            << QStringLiteral("UPDATE path_rounds SET content = (SELECT content FROM path_rounds WHERE"
                              " first = 0) WHERE first = 60");
    }
    void aDamagedBlockIsNamedAndSkipped()
    {
        QFETCH(QString, damage);
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(180);
        QVERIFY(watch.write(store.value()));
        execute(m_file, damage);
        const LoadedPath path = loaded(store.value());
        QCOMPARE(path.damaged, std::vector<std::string>{"61–120"});
        const PathHistory &history = path.state.history;
        QCOMPARE(history.rounds(), std::size_t{180}); // the others keep their numbers
        QVERIFY(history.block(120, 60) == watch.expected.history.block(120, 60));
        QVERIFY(!history.hops().at(1).at(90).asked());
    }

    void roundsOfARouterThatIsNotThereAreDamaged()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(60);
        QVERIFY(watch.write(store.value()));
        execute(m_file, QStringLiteral("DELETE FROM path_responder WHERE ttl = 2"));
        const LoadedPath path = loaded(store.value());
        QCOMPARE(path.damaged, std::vector<std::string>{"1–60"});
        QCOMPARE(path.state.history.rounds(), std::size_t{0});
    }

    void aDamagedHeadIsListedAndSaysSoWhenOpened()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(5);
        QVERIFY(watch.write(store.value()));
        execute(m_file, QStringLiteral("UPDATE path SET request = '{'"));
        const auto list = store.value().paths().list();
        QCOMPARE(list.value().size(), std::size_t{1});
        const auto path = store.value().paths().load(list.value().front().id);
        QVERIFY(!path);
        QVERIFY(holds(path.error().message, "sydney.example is damaged"));
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

    void oldRoundsBecomeMinutes()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(600);
        QVERIFY(watch.write(store.value()));
        const int before = number(m_file, "SELECT sum(length(content)) FROM path_rounds");
        auto paths = store.value().paths();
        QVERIFY(!paths.rollUp(fixtures::watchBegan() + 300s).value());
        QCOMPARE(number(m_file, "SELECT count(*) FROM path_rounds WHERE by_minute"), 5);
        QVERIFY(!paths.rollUp(fixtures::watchBegan() + 24h).value());
        const int after = number(m_file, "SELECT sum(length(content)) FROM path_rounds");
        QVERIFY2(after * 5 < before, qPrintable(QString::number(before / after)));
        const LoadedPath path = loaded(store.value());
        QVERIFY(path.damaged.empty());
        QVERIFY(path.state.byMinute);
        const auto rows = pathRows(path.state.history);
        const auto exact = pathRows(watch.expected.history);
        QCOMPARE(rows.size(), exact.size());
        QCOMPARE(rows[4].sent, exact[4].sent);
        QCOMPARE(rows[4].unanswered, exact[4].unanswered);
        QVERIFY(rows[4].rtt.best == exact[4].rtt.best);
        QVERIFY(rows[4].rtt.worst == exact[4].rtt.worst);
        QVERIFY(rows[4].address == exact[4].address);
        QCOMPARE(path.state.history.endTtl(100), watch.expected.history.endTtl(100));
    }

    void aChangedRouteIsStillSeenInMinutes()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(3000);
        QVERIFY(watch.write(store.value()));
        auto paths = store.value().paths();
        while (paths.rollUp(fixtures::watchBegan() + 24h).value())
            ;
        const auto events = pathEvents(loaded(store.value()).state.history);
        const auto changes = std::count_if(events.begin(), events.end(), [](const PathEvent &event) {
            return event.kind == PathEvent::Kind::RouteChanged;
        });
        QCOMPARE(changes, 2);
    }

    void aDamagedBlockIsNoHindranceToRollingUp()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(120);
        QVERIFY(watch.write(store.value()));
        execute(m_file, QStringLiteral("UPDATE path_rounds SET content = 'x' WHERE first = 0"));
        auto paths = store.value().paths();
        QVERIFY(!paths.rollUp(fixtures::watchBegan() + 24h).value());
        QCOMPARE(loaded(store.value()).damaged, std::vector<std::string>{"1–60"});
    }

    void roundsSurviveBeingPacked()
    {
        RoundBlock block{.first = 86'340, .ends = {3, 0, 255}};
        for (const auto start : {5s, 7s, 6s}) // a clock may be set
            block.starts.push_back(Timestamp(start) + 1ns);
        block.samples[1] = {{0, 0}, {HopSample::lost, 0}, {HopSample::notAsked, 0}};
        block.samples[255] = {{HopSample::lost - 1, 255}, {1, 0}, {2, 255}};
        const auto back = unpacked(packedRounds(block));
        QVERIFY(back);
        QVERIFY(back.value() == block);
    }

    void aRequestSurvivesTheStore()
    {
        const TraceRequest request{.target = "example.org",
                                   .kind = TraceRequest::Kind::Watch,
                                   .method = Method::TcpSyn,
                                   .family = AddressFamily::V6,
                                   .port = 443,
                                   .source = "2001:db8::1",
                                   .interface = "eth0",
                                   .tos = 184,
                                   .length = 1280,
                                   .firstTtl = 2,
                                   .maxTtl = 64,
                                   .maxInFlight = 4,
                                   .gap = 5ms,
                                   .names = false,
                                   .longestWait = 3s,
                                   .interval = 10s};
        const auto back = readRequest(requestJson(request));
        QVERIFY2(back, back ? "" : back.error().message.c_str());
        QVERIFY(back.value() == request);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestPathStore)
#include "tst_path_store.moc"
