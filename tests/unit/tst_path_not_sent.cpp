// SPDX-License-Identifier: GPL-3.0-or-later
// Events of a watched path that are this machine's own: its network took no probe.
#include "core/data/path_events.h"
#include "tests/support/watched_rounds.h"

#include <QTest>

#include <optional>

using namespace parallax;
using namespace std::chrono_literals;
using fixtures::WatchedRounds;

class TestPathNotSent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatThisMachineCouldNotSendIsAnOutageOfItsOwn()
    {
        WatchedRounds watched;
        watched.rounds(30);
        watched.notSent(180);
        const auto dark = pathEvents(watched.history);
        QCOMPARE(dark.size(), std::size_t{1});
        QVERIFY(isTrouble(dark[0].kind));
        QCOMPARE(dark[0].kind, PathEvent::Kind::NotSentBegan);
        QCOMPARE(dark[0].at, watched.history.start(30));
        watched.rounds(30);
        const auto events = pathEvents(watched.history);
        QCOMPARE(events.size(), std::size_t{2});
        QVERIFY(events[0] == dark[0]);
        QVERIFY(!isTrouble(events[1].kind));
        QCOMPARE(events[1].kind, PathEvent::Kind::NotSentEnded);
        QCOMPARE(events[1].at, watched.history.start(210));
        QCOMPARE(events[1].lasted, std::optional<Duration>(180s));
    }

    void aRoundOrTwoThatWereNotSentAreNoEvent()
    {
        WatchedRounds watched;
        for (int times = 0; times < 10; ++times) {
            watched.rounds(3);
            watched.notSent(notSentRounds - 1);
        }
        QVERIFY(pathEvents(watched.history).empty());
    }

    void aRoundOrTwoThatLeftDoNotEndAnOutage()
    {
        WatchedRounds watched;
        watched.rounds(30);
        for (int times = 0; times < 10; ++times) {
            watched.notSent(5);
            watched.rounds(notSentRounds - 1);
        }
        QCOMPARE(pathEvents(watched.history).size(), std::size_t{1});
        watched.rounds(1);
        QCOMPARE(pathEvents(watched.history).back().lasted, std::optional<Duration>(68s));
    }

    void theOutageOfThisMachineEndsWhereThePathLosesAll()
    {
        WatchedRounds watched;
        watched.notSent(30);
        watched.silent(notSentRounds);
        const auto events = pathEvents(watched.history);
        QCOMPARE(events.size(), std::size_t{3});
        QCOMPARE(events[1].kind, PathEvent::Kind::LossBegan);
        QCOMPARE(events[2].kind, PathEvent::Kind::NotSentEnded);
        QCOMPARE(events[2].at, watched.history.start(30));
    }

    void aRoundOfWhichSomeLeftIsNoOutage()
    {
        WatchedRounds watched;
        watched.rounds(30);
        watched.partlySent(30);
        QVERIFY(pathEvents(watched.history).empty());
    }

    /// As of rounds that were rolled up to minutes.
    void roundsOfWhichNothingIsKnownAreNoOutage()
    {
        WatchedRounds watched;
        watched.rounds(30);
        watched.unknown(180);
        watched.rounds(30);
        QCOMPARE(watched.history.rounds(), std::size_t{240});
        QVERIFY(pathEvents(watched.history).empty());
    }

    void aPauseIsNoOutageAndEndsOne()
    {
        WatchedRounds watched;
        watched.rounds(30);
        watched.sleep(8h);
        watched.rounds(30);
        QVERIFY(pathEvents(watched.history).empty());
        watched.notSent(10);
        watched.sleep(8h);
        watched.notSent(10);
        const auto events = pathEvents(watched.history);
        QCOMPARE(events.size(), std::size_t{3});
        QCOMPARE(events[1].kind, PathEvent::Kind::NotSentEnded);
        QCOMPARE(events[1].lasted, std::optional<Duration>(10s));
        QCOMPARE(events[2].at, watched.history.start(70));
    }

    void roundsToComeDoNotMoveTheEndOfAnOutage()
    {
        WatchedRounds watched;
        watched.notSent(10);
        watched.sleep(8h);
        watched.rounds(1);
        const auto before = pathEvents(watched.history);
        QCOMPARE(before.size(), std::size_t{2});
        watched.slowerRounds(60); // which changes the usual length of a round
        QVERIFY(pathEvents(watched.history) == before);
    }

    void anOutageThatIsOverGoesBehindAThousandEvents()
    {
        WatchedRounds watched;
        watched.notSent(30);
        watched.rounds(lossEnds);
        for (int loss = 0; loss < 600; ++loss) {
            watched.rounds(lossBegins, true);
            watched.rounds(lossEnds);
        }
        QCOMPARE(pathEvents(watched.history).size(), std::size_t{1000});
    }
};

QTEST_APPLESS_MAIN(TestPathNotSent)
#include "tst_path_not_sent.moc"
