// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tcp/tcp_watch.h"
#include "tests/unit/segments.h"

#include <QTest>

using namespace parallax;
using namespace parallax::test;
using namespace std::chrono_literals;

namespace {

/// A connection with three bytes behind it and a ping of four that left at 100 ms.
void pingOut(TcpWatch &watch)
{
    establish(watch, "abc");
    watch.pingWritten(ProbeId{1}, at(99ms));
    watch.see(outgoing(100ms, 3, "ping"));
}

Segment later(Duration when, std::uint32_t acknowledgedOffset, std::uint32_t offset,
              std::uint32_t payloadLength)
{
    Segment segment = incoming(when, acknowledgedOffset, payloadLength);
    segment.sequence += offset;
    return segment;
}

} // namespace

class TestTcpWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSynTellsTheTestersStack()
    {
        TcpWatch watch;
        watch.see(syn(0ms));
        watch.see(synAck(1ms));
        watch.see(incoming(43ms, 0));
        const TcpFacts &facts = watch.facts();
        QCOMPARE(*facts.handshakeRtt, Duration(42ms));
        QCOMPARE(int(*facts.mss), 1460);
        QCOMPARE(int(*facts.windowScale), 7);
        QCOMPARE(int(*facts.ttl), 59);
        QVERIFY(*facts.sackPermitted && *facts.timestamps);
    }

    void aConnectionIsSeenFromItsFirstPacketOn()
    {
        TcpWatch watch;
        QVERIFY(!watch.hasSeen());
        watch.see(incoming(43ms, 0));
        QVERIFY(watch.hasSeen());
    }

    void aHandshakeBelowTheKernelsMinimumIsLeftOut()
    {
        const TcpFacts seen{.handshakeRtt = 22ms, .mss = 1460};
        QVERIFY(!checkedFacts(seen, 42ms).handshakeRtt);
        QCOMPARE(int(*checkedFacts(seen, 42ms).mss), 1460);
        QVERIFY(checkedFacts(seen, 22'900us).handshakeRtt); // it waited in our queue
        QVERIFY(checkedFacts(seen, 5ms).handshakeRtt);
        QVERIFY(checkedFacts(seen, std::nullopt).handshakeRtt);
    }

    void aRepeatedSynAckGivesNoHandshakeTime()
    {
        TcpWatch watch;
        watch.see(syn(0ms));
        watch.see(synAck(1ms));
        watch.see(synAck(1001ms));
        watch.see(incoming(1043ms, 0));
        QVERIFY(!watch.facts().handshakeRtt);
    }

    void theStateOfTheConnectionFollowsItsSegmentsAcrossTheWrap()
    {
        TcpWatch watch;
        establish(watch, std::string(200, 'x'));
        const auto state = watch.probeState();
        QVERIFY(state);
        QCOMPARE(state->sndUna, ownStart + 1 + 200);
        QCOMPARE(state->rcvNxt, peerStart + 1);
        QCOMPARE(state->timestamps->value, 1000U);
        QCOMPARE(state->timestamps->echo, 2001U);
        QVERIFY(watch.quiet());
    }

    void dataInFlightIsNotQuiet()
    {
        TcpWatch watch;
        establish(watch, "hello");
        watch.see(outgoing(100ms, 5, "more"));
        QVERIFY(!watch.quiet());
        watch.see(incoming(142ms, 9));
        QVERIFY(watch.quiet());
    }

    void whatIsWrittenButNotYetCapturedIsNotQuiet()
    {
        TcpWatch watch;
        establish(watch, "hello");
        watch.dataWritten(at(100ms));
        QVERIFY(!watch.quiet());
        watch.see(outgoing(101ms, 5, "more"));
        QVERIFY(!watch.quiet());
        watch.see(incoming(142ms, 9));
        QVERIFY(watch.quiet());
    }

    void onlyAcknowledgedBytesAreOffered()
    {
        TcpWatch watch;
        establish(watch, "abc");
        watch.see(outgoing(100ms, 3, "def"));
        const auto first = watch.acknowledgedFrom(watch.oldestKnown());
        QVERIFY(first);
        QCOMPARE(watch.byteAt(*first), std::uint8_t('a'));
        QVERIFY(watch.acknowledgedFrom(*first + 2));
        QVERIFY(!watch.acknowledgedFrom(*first + 3));
    }

    void bytesBeyondTheSnapshotAreNeverInvented()
    {
        TcpWatch watch;
        establish(watch, "abc");
        Segment cut = outgoing(100ms, 3, "12345");
        cut.payloadLength = 900;
        watch.see(cut);
        watch.see(incoming(142ms, 903));
        QVERIFY(!watch.acknowledgedFrom(watch.oldestKnown()));
        watch.see(outgoing(150ms, 903, "xyz"));
        watch.see(incoming(192ms, 906));
        QCOMPARE(watch.byteAt(*watch.acknowledgedFrom(watch.oldestKnown())), std::uint8_t('x'));
    }

    void aPingGetsTheStampsOfItsOwnSegment()
    {
        TcpWatch watch;
        pingOut(watch);
        watch.see(incoming(106ms, 7));
        QVERIFY(!watch.takeTiming(ProbeId{1}));
        watch.see(incoming(147ms, 7, 20));
        QVERIFY(!watch.takeTiming(ProbeId{1})); // the socket has not read it
        watch.pongRead(ProbeId{1}, 20);
        const auto timing = watch.takeTiming(ProbeId{1});
        QVERIFY(timing);
        QCOMPARE(timing->sent, at(100ms));
        QCOMPARE(*timing->acknowledged, at(106ms));
        QCOMPARE(timing->answered, at(147ms));
        QVERIFY(!watch.takeTiming(ProbeId{1}));
    }

    void anAnswerThatAcknowledgesHasNoGap()
    {
        TcpWatch watch;
        pingOut(watch);
        watch.see(incoming(142ms, 7, 20));
        watch.pongRead(ProbeId{1}, 20);
        const auto timing = watch.takeTiming(ProbeId{1});
        QCOMPARE(*timing->acknowledged, timing->answered);
    }

    void anAnswerThatWasReadBeforeItWasSeenWaits()
    {
        TcpWatch watch;
        pingOut(watch);
        watch.pongRead(ProbeId{1}, 20);
        QVERIFY(!watch.takeTiming(ProbeId{1}));
        watch.see(incoming(142ms, 7, 20));
        QCOMPARE(watch.takeTiming(ProbeId{1})->answered, at(142ms));
    }

    // An earlier ping's late pong through a relay, or a tester that wants to look near.
    void dataThatAcknowledgesThePingBeforeItsAnswerIsNone()
    {
        TcpWatch watch;
        pingOut(watch);
        watch.see(incoming(106ms, 7));
        watch.see(later(108ms, 7, 0, 6));
        watch.see(later(147ms, 7, 6, 30));
        watch.see(later(148ms, 7, 36, 6)); // behind it
        watch.pongRead(ProbeId{1}, 36);
        const auto timing = watch.takeTiming(ProbeId{1});
        QVERIFY(timing);
        QCOMPARE(timing->answered, at(147ms));
        QCOMPARE(*timing->acknowledged, at(106ms));
    }

    void anAnswerInTwoPiecesIsThereWithItsLast()
    {
        TcpWatch watch;
        pingOut(watch);
        watch.see(later(108ms, 7, 0, 19));
        watch.see(later(147ms, 7, 19, 1));
        watch.pongRead(ProbeId{1}, 20);
        QCOMPARE(watch.takeTiming(ProbeId{1})->answered, at(147ms));
    }

    void anAnswerThatTheCaptureMissedHasNoStamps()
    {
        TcpWatch watch;
        pingOut(watch);
        watch.see(later(108ms, 7, 0, 6));
        watch.pongRead(ProbeId{1}, 36);
        QVERIFY(!watch.takeTiming(ProbeId{1}));
        watch.see(later(160ms, 7, 36, 6));
        QVERIFY(!watch.takeTiming(ProbeId{1}));
    }

    void anAnswerThatWaitedForALostSegmentHasNoStamps()
    {
        TcpWatch watch;
        pingOut(watch);
        watch.see(later(108ms, 7, 10, 10)); // the ten bytes before it were lost
        watch.see(later(320ms, 7, 0, 10));
        watch.pongRead(ProbeId{1}, 20);
        QVERIFY(!watch.takeTiming(ProbeId{1}));
    }

    void aPingThatTheCaptureMissedDoesNotGetTheStampsOfTheNext()
    {
        TcpWatch watch;
        establish(watch, "abc");
        watch.pingWritten(ProbeId{1}, at(99ms));
        watch.pingWritten(ProbeId{2}, at(149ms));
        watch.see(outgoing(150ms, 7, "ping")); // offsets 3 to 6 were not captured
        watch.see(incoming(192ms, 11, 20));
        watch.pongRead(ProbeId{1}, 20);
        QVERIFY(!watch.takeTiming(ProbeId{1}));
    }

    void whatDoesNotAcknowledgeThePingIsNoAnswer()
    {
        TcpWatch watch;
        pingOut(watch);
        watch.see(incoming(114ms, 3, 30)); // was on its way when the ping left
        watch.pongRead(ProbeId{1}, 30);
        QVERIFY(!watch.takeTiming(ProbeId{1}));
    }

    void aRepetitionIsNoAnswer()
    {
        TcpWatch watch;
        establish(watch, "abc");
        watch.see(incoming(95ms, 3, 30));
        watch.pingWritten(ProbeId{1}, at(99ms));
        watch.see(outgoing(100ms, 3, "ping"));
        watch.see(incoming(120ms, 7, 30)); // the same bytes once more, with a later acknowledgement
        watch.see(later(142ms, 7, 30, 20));
        watch.pongRead(ProbeId{1}, 50);
        QCOMPARE(watch.takeTiming(ProbeId{1})->answered, at(142ms));
    }

    void aRetransmissionKeepsTheFirstSending()
    {
        TcpWatch watch;
        pingOut(watch);
        watch.see(outgoing(400ms, 3, "ping"));
        watch.see(incoming(442ms, 7, 20));
        watch.pongRead(ProbeId{1}, 20);
        QCOMPARE(watch.takeTiming(ProbeId{1})->sent, at(100ms));
    }

    void withoutASynTheThirdPingHasItsStamps()
    {
        TcpWatch watch;
        Duration now = 100ms;
        for (std::uint32_t ping = 1; ping <= 3; ++ping) { // of four bytes, and answers of twenty
            watch.pingWritten(ProbeId{ping}, at(now - 1ms));
            Segment sent = outgoing(now, 4 * (ping - 1), "ping");
            sent.acknowledged += 500 + 20 * (ping - 1); // behind a request of 500 bytes
            watch.see(sent);
            watch.see(later(now + 42ms, 4 * ping, 500 + 20 * (ping - 1), 20));
            watch.pongRead(ProbeId{ping}, 500 + 20 * ping);
            const auto timing = watch.takeTiming(ProbeId{ping});
            QCOMPARE(timing.has_value(), ping == 3);
            QVERIFY(!timing || timing->answered == at(now + 42ms));
            now += 100ms;
        }
    }

    void aLaterSynIsNotBelieved()
    {
        TcpWatch watch;
        establish(watch, "abc");
        watch.see(incoming(95ms, 3, 30));
        Segment forged = syn(96ms);
        forged.sequence += 5000;
        forged.ttl = 200;
        watch.see(forged);
        QCOMPARE(watch.probeState()->rcvNxt, peerStart + 31);
        QCOMPARE(int(*watch.facts().ttl), 59);
    }
};

QTEST_APPLESS_MAIN(TestTcpWatch)
#include "tst_tcp_watch.moc"
