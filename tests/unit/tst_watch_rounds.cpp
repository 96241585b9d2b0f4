// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_events.h"
#include "core/data/path_history.h"
#include "core/strategy/path_rounds.h"
#include "tests/support/virtual_path.h"

#include <QTest>

#include <algorithm>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp start{24h};

std::ptrdiff_t roundsSentAt(const VirtualPath &path, Timestamp moment)
{
    return std::count_if(path.sent.begin(), path.sent.end(),
                         [moment](const Probe &p) { return p.ttl == 1 && p.sent == moment; });
}

} // namespace

/// A watch in virtual time, and the history that it becomes.
class TestWatchRounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundsBecomeAHistory()
    {
        VirtualPath path({{.rtt = 1ms}, {}, {.rtt = 8ms}});
        PathRounds rounds({.target = path.target(), .probesPerHop = 1}, 1min);
        TraceRecord record;
        path.run(rounds, start, start + 10min, &record);
        PathHistory history;
        for (const Observation &o : record.observations)
            history.add(o, path.target());
        QCOMPARE(history.rounds(), std::size_t{10});
        QCOMPARE(history.start(3), start + 3min);
        QCOMPARE(history.roundAt(start + 3min), std::size_t{3});
        QCOMPARE(history.endTtl(9).value_or(0), 3);
        QCOMPARE(history.hops().at(1).at(9).rtt().value_or(0ns), Duration(1ms));
        QVERIFY(history.hops().at(2).at(9).asked() && !history.hops().at(2).at(9).answered());
        QVERIFY(!history.hops().at(3).at(10).asked());
    }

    void aHistoryForgetsItsOldestHourWhenItIsFull()
    {
        PathHistory history;
        const IpAddress target = VirtualPath::addressOf(1);
        for (std::uint64_t round = 1; round <= PathHistory::mostRounds + 1; ++round) {
            const Timestamp sent = start + std::chrono::seconds(round);
            history.add(
                {.probe = {.id = ProbeId{round * idsPerRound}, .ttl = 1, .sent = sent},
                 .reply = Reply{.kind = ReplyKind::EchoReply, .from = target, .received = sent + 7ms}},
                target);
        }
        QCOMPARE(history.dropped(), PathHistory::droppedAtOnce);
        QCOMPARE(history.rounds(), PathHistory::mostRounds + 1 - PathHistory::droppedAtOnce);
        QCOMPARE(history.start(0), start + std::chrono::seconds(PathHistory::droppedAtOnce + 1));
        QCOMPARE(history.hops().at(1).samples.size(), history.rounds());
    }

    void flowsTakeTurnsARoundEach()
    {
        VirtualPath path({{.rtt = 1ms}, {.rtt = 8ms}});
        PathRounds rounds({.target = path.target(), .maxTtl = 2, .probesPerHop = 1, .flows = 3}, 100ms);
        path.run(rounds, start, start + 650ms);
        std::vector<int> flows;
        for (const Probe &probe : path.sent) {
            if (probe.ttl == 1)
                flows.push_back(probe.flow);
        }
        QCOMPARE(flows, (std::vector<int>{0, 1, 2, 0, 1, 2, 0}));
        const auto reached =
            std::count_if(path.sent.begin(), path.sent.end(), [](const Probe &p) { return p.ttl == 2; });
        QCOMPARE(reached, 7);
    }

    void aRoundWithASilentHopDoesNotHoldUpTheNext()
    {
        VirtualPath path({{.rtt = 1ms}, {}, {}});
        PathRounds rounds({.target = path.target(), .maxTtl = 3, .probesPerHop = 1}, 100ms);
        path.run(rounds, start, start + 1s);
        const auto first =
            std::count_if(path.sent.begin(), path.sent.end(), [](const Probe &p) { return p.ttl == 1; });
        QCOMPARE(first, 10);
    }

    void aPauseIsAGapAndNoLoss()
    {
        VirtualPath path({{.rtt = 1ms}, {.rtt = 8ms}});
        PathRounds rounds({.target = path.target(), .probesPerHop = 1}, 1s);
        TraceRecord record;
        path.run(rounds, start, start + 4500ms, &record);
        rounds.setPaused(true, start + 4500ms);
        const std::size_t sent = path.sent.size();
        path.run(rounds, start + 4500ms, start + 60s, &record);
        QCOMPARE(path.sent.size(), sent);
        rounds.setPaused(false, start + 60s);
        path.run(rounds, start + 60s, start + 64500ms, &record);
        PathHistory history;
        for (const Observation &o : record.observations) {
            QVERIFY(o.reply.has_value());
            history.add(o, path.target());
        }
        QCOMPARE(history.rounds(), std::size_t{10});
        QCOMPARE(history.start(5), start + 60s);
        QVERIFY(history.hops().at(2).at(5).answered());
        QVERIFY(pathEvents(history).empty());
    }

    void aRoundThatIsUnderWayWhenAPauseBeginsGoesOn()
    {
        VirtualPath path({{.rtt = 10ms}, {.rtt = 20ms}, {.rtt = 30ms}});
        PathRounds rounds({.target = path.target(), .probesPerHop = 1, .maxInFlight = 1}, 1s);
        Prober prober(path);
        path.now = start;
        advance(rounds, prober, path.now);
        QCOMPARE(path.sent.size(), std::size_t{1});
        rounds.setPaused(true, start + 5ms);
        for (path.now = start + 10ms; path.now < start + 900ms; path.now += 10ms)
            advance(rounds, prober, path.now);
        QCOMPARE(path.sent.size(), std::size_t{3});
        advance(rounds, prober, start + 1s); // when the next would be due
        QCOMPARE(path.sent.size(), std::size_t{3});
        rounds.setPaused(false, start + 1500ms);
        advance(rounds, prober, start + 1500ms);
        QCOMPARE(path.sent.size(), std::size_t{4});
    }

    void aShortPauseIsNotCaughtUp()
    {
        VirtualPath path({{.rtt = 1ms}});
        PathRounds rounds({.target = path.target(), .maxTtl = 1, .probesPerHop = 1}, 200ms);
        path.run(rounds, start, start + 300ms);
        rounds.setPaused(true, start + 300ms);
        rounds.setPaused(false, start + 1300ms);
        path.run(rounds, start + 1300ms, start + 1450ms);
        QCOMPARE(roundsSentAt(path, start + 1300ms), 1);
    }
};

QTEST_APPLESS_MAIN(TestWatchRounds)
#include "tst_watch_rounds.moc"
