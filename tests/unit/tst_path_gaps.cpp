// SPDX-License-Identifier: GPL-3.0-or-later
// What a watched path tells of hours in which this machine slept, or its network took no probe.
#include "core/data/path_events.h"
#include "tests/support/watched_path.h"
#include "tests/support/watched_rounds.h"

#include <QTest>

#include <algorithm>
#include <optional>

using namespace parallax;
using namespace std::chrono_literals;
using fixtures::WatchedRounds;

namespace {

const PathLimits passed{.rtt = 500us}; // by every answer here

} // namespace

class TestPathGaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lossEndsBeforeWhatWasNotSent()
    {
        WatchedRounds watched;
        watched.rounds(30);
        watched.rounds(3, true);
        watched.notSent(200);
        const auto dark = pathEvents(watched.history);
        QCOMPARE(dark.size(), std::size_t{3});
        QCOMPARE(dark[1].kind, PathEvent::Kind::LossEnded);
        QCOMPARE(dark[1].lasted, std::optional<Duration>(3s));
        QCOMPARE(dark[2].kind, PathEvent::Kind::NotSentBegan);
        watched.rounds(60);
        const auto light = pathEvents(watched.history);
        QVERIFY(std::equal(dark.begin(), dark.end(), light.begin(), light.end() - 1));
        QCOMPARE(light.back().kind, PathEvent::Kind::NotSentEnded);
    }

    void lossEndsBeforeTheMachineSleeps()
    {
        WatchedRounds watched;
        watched.rounds(30);
        watched.rounds(3, true);
        watched.sleep(8h);
        watched.rounds(60);
        const auto events = pathEvents(watched.history);
        QCOMPARE(events.size(), std::size_t{2});
        QCOMPARE(events[1].lasted, std::optional<Duration>(3s));
    }

    /// A table of events keeps its selection only where they stay what they were.
    void roundsToComeDoNotMoveWhatAGapEnded()
    {
        WatchedRounds watched;
        watched.rounds(30);
        watched.rounds(3, true);
        watched.sleep(8h);
        watched.rounds(1);
        const auto before = pathEvents(watched.history, passed);
        QCOMPARE(before.size(), std::size_t{4});
        watched.slowerRounds(60); // which changes the usual length of a round
        const auto after = pathEvents(watched.history, passed);
        QVERIFY(after.size() > before.size());
        QVERIFY(std::equal(before.begin(), before.end(), after.begin()));
    }

    void whatWasLostBeforeAndAfterAGapIsNotAddedUp()
    {
        WatchedRounds watched;
        watched.rounds(30);
        watched.rounds(2, true);
        watched.sleep(8h);
        watched.rounds(1, true);
        watched.rounds(60);
        QVERIFY(pathEvents(watched.history).empty());
    }

    void aFewRoundsThatWereNotSentDoNotEndALoss()
    {
        WatchedRounds watched;
        watched.rounds(30);
        watched.rounds(5, true);
        watched.notSent(5);
        watched.rounds(5, true);
        watched.rounds(60);
        const auto events = pathEvents(watched.history);
        QCOMPARE(events.size(), std::size_t{4}); // two are those of what was not sent
        QCOMPARE(events[0].kind, PathEvent::Kind::LossBegan);
        QCOMPARE(events[3].kind, PathEvent::Kind::LossEnded);
        QCOMPARE(events[3].lasted, std::optional<Duration>(15s));
    }

    void aLimitIsNotPassedThroughAGap()
    {
        WatchedRounds watched;
        watched.rounds(30);
        watched.sleep(8h);
        watched.rounds(10);
        const auto asleep = pathEvents(watched.history, passed);
        QCOMPARE(asleep.size(), std::size_t{2});
        QCOMPARE(asleep[1].kind, PathEvent::Kind::RttNormal);
        QVERIFY(!asleep[1].rtt); // unknown, and not within it
        QVERIFY(asleep[1].lasted < 1min);
        watched.rounds(limitWindow);
        QCOMPARE(pathEvents(watched.history, passed).back().kind, PathEvent::Kind::RttHigh);
    }

    void aLimitIsNotPassedWhereNobodyAnswers()
    {
        WatchedRounds watched;
        watched.rounds(30);
        watched.rounds(limitWindow, true);
        const auto events = pathEvents(watched.history, passed);
        QCOMPARE(events.back().kind, PathEvent::Kind::RttNormal);
        QVERIFY(!events.back().rtt);
        QCOMPARE(events.back().at, watched.history.start(30)); // when the silence began
    }

    /// Losses move the median of those that were answered before them.
    void lossesAloneDoNotPassTheLimitOfTheRoundTrip()
    {
        constexpr std::size_t quick = 12;
        constexpr std::size_t slow = 8;
        PathHistory history;
        const auto add = [&](std::size_t round) {
            Observation seen = fixtures::playedRound(
                [&](std::size_t) {
                    const bool lost = round >= quick + slow;
                    const Duration rtt = round < quick ? 10ms : 100ms;
                    return std::vector<fixtures::PlayedHop>{
                        {"192.0.2.9", lost ? std::nullopt : std::optional(rtt)}};
                },
                round, IpAddress::parse("192.0.2.9").value())[0];
            history.add(seen, IpAddress::parse("192.0.2.9").value());
        };
        for (std::size_t round = 0; round < quick + slow + limitWindow; ++round)
            add(round);
        for (const PathEvent &event : pathEvents(history, {.rtt = 50ms})) {
            QVERIFY(event.kind != PathEvent::Kind::RttHigh);
            QVERIFY(!event.lasted || *event.lasted >= Duration{});
        }
    }

    /// Under the address sanitizer: at a power of two nothing follows the last round in memory.
    void nothingIsReadBehindTheLastRound()
    {
        WatchedRounds watched;
        for (int rounds = 1; rounds <= 128; ++rounds) {
            watched.rounds(1);
            QVERIFY(pathEvents(watched.history).empty());
            QVERIFY(pathEvents(watched.history, {.loss = 0.5}).empty());
        }
    }

    void aPassedLimitIsNotLostBehindAThousandEvents()
    {
        WatchedRounds watched;
        watched.rounds(limitWindow);
        for (int loss = 0; loss < 600; ++loss) {
            watched.rounds(lossBegins, true);
            watched.rounds(lossEnds);
        }
        const auto events = pathEvents(watched.history, passed);
        QCOMPARE(events.size(), std::size_t{1001});
        QCOMPARE(events[0].kind, PathEvent::Kind::RttHigh);
        QCOMPARE(events[1].kind, PathEvent::Kind::LossBegan);
    }

    void changesOfRouteStayApartThoughTheMachineSleptOnce()
    {
        WatchedRounds watched;
        watched.rounds(60);
        watched.second = IpAddress::parse("10.0.1.2").value();
        watched.rounds(60);
        watched.router = IpAddress::parse("10.0.1.1").value();
        watched.rounds(60);
        watched.sleep(8h);
        watched.rounds(60);
        QCOMPARE(pathEvents(watched.history).size(), std::size_t{2});
    }
};

QTEST_APPLESS_MAIN(TestPathGaps)
#include "tst_path_gaps.moc"
