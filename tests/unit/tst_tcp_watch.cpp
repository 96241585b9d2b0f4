// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tcp/tcp_watch.h"
#include "tests/unit/segments.h"

#include <QTest>

using namespace parallax;
using namespace parallax::test;
using namespace std::chrono_literals;

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
        QVERIFY(watch.sackUsable());
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
        establish(watch, "abc");
        watch.pingWritten(ProbeId{1}, at(99ms));
        watch.see(outgoing(100ms, 3, "ping"));
        watch.see(incoming(106ms, 7));
        QVERIFY(!watch.takeTiming(ProbeId{1}));
        watch.see(incoming(147ms, 7, 20));
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
        establish(watch, "abc");
        watch.pingWritten(ProbeId{1}, at(99ms));
        watch.see(outgoing(100ms, 3, "ping"));
        watch.see(incoming(142ms, 7, 20));
        const auto timing = watch.takeTiming(ProbeId{1});
        QCOMPARE(*timing->acknowledged, timing->answered);
    }

    void aMessageThatCameInBetweenSpoilsTheStamps()
    {
        TcpWatch watch;
        establish(watch, "abc");
        watch.pingWritten(ProbeId{1}, at(99ms));
        watch.see(outgoing(100ms, 3, "ping"));
        watch.disturbed(ProbeId{1});
        watch.see(incoming(120ms, 7, 30));
        QVERIFY(!watch.takeTiming(ProbeId{1}));
    }

    void whatDoesNotAcknowledgeThePingIsNoAnswer()
    {
        TcpWatch watch;
        establish(watch, "abc");
        watch.pingWritten(ProbeId{1}, at(99ms));
        watch.see(outgoing(100ms, 3, "ping"));
        watch.see(incoming(114ms, 3, 30)); // was on its way when the ping left
        QVERIFY(!watch.takeTiming(ProbeId{1}));
        Segment pong = incoming(142ms, 7, 20);
        pong.sequence += 30;
        watch.see(pong);
        QCOMPARE(watch.takeTiming(ProbeId{1})->answered, at(142ms));
    }

    void aRepetitionIsNoAnswer()
    {
        TcpWatch watch;
        establish(watch, "abc");
        watch.see(incoming(95ms, 3, 30));
        watch.pingWritten(ProbeId{1}, at(99ms));
        watch.see(outgoing(100ms, 3, "ping"));
        watch.see(incoming(120ms, 7, 30)); // the same bytes once more, with a later acknowledgement
        QVERIFY(!watch.takeTiming(ProbeId{1}));
        Segment pong = incoming(142ms, 7, 20);
        pong.sequence += 30;
        watch.see(pong);
        QCOMPARE(watch.takeTiming(ProbeId{1})->answered, at(142ms));
    }

    void aRetransmissionKeepsTheFirstSending()
    {
        TcpWatch watch;
        establish(watch, "abc");
        watch.pingWritten(ProbeId{1}, at(99ms));
        watch.see(outgoing(100ms, 3, "ping"));
        watch.see(outgoing(400ms, 3, "ping"));
        watch.see(incoming(442ms, 7, 20));
        QCOMPARE(watch.takeTiming(ProbeId{1})->sent, at(100ms));
    }
};

QTEST_APPLESS_MAIN(TestTcpWatch)
#include "tst_tcp_watch.moc"
