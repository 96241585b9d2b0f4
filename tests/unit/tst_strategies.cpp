// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/advance.h"
#include "core/strategy/ping_train.h"
#include "core/strategy/zero_trace.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp start{1h};

/// Takes everything and answers what the test puts there.
struct TestWire : Wire {
    Result<void> send(const Probe &probe) override
    {
        if (refuses)
            return Error{ErrorCode::Io, "network is down"};
        sent.push_back(probe);
        return {};
    }
    std::vector<Reply> take() override { return std::exchange(arrived, {}); }

    std::vector<Probe> sent;
    std::vector<Reply> arrived;
    bool refuses = false;
};

Reply pongTo(const Probe &probe, Duration after)
{
    return {.id = probe.id, .kind = ReplyKind::Pong, .received = probe.sent + after};
}

} // namespace

class TestStrategies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReplyToNoProbeIsCountedAndNotUsed()
    {
        TestWire wire;
        Prober prober(wire);
        wire.arrived = {{.id = ProbeId{77}}};
        QVERIFY(prober.collect(start).empty());
        QCOMPARE(prober.unmatched(), std::uint64_t{1});
    }

    void aProbeWithoutReplyIsLostAtItsDeadlineAndNotBefore()
    {
        TestWire wire;
        Prober prober(wire);
        QVERIFY(prober.launch({.id = ProbeId{1}}, 100ms, start));
        QCOMPARE(*prober.nextDeadline(), start + 100ms);
        QVERIFY(prober.collect(start + 99ms).empty());
        const auto lost = prober.collect(start + 100ms);
        QCOMPARE(lost.size(), std::size_t{1});
        QVERIFY(!lost[0].reply);
    }

    void theKernelsStampOfTheProbeReplacesOurs()
    {
        TestWire wire;
        Prober prober(wire);
        QVERIFY(prober.launch({.id = ProbeId{1}}, 100ms, start));
        wire.arrived = {{.id = ProbeId{1}, .received = start + 10ms, .probeSent = start + 1ms}};
        QCOMPARE(*prober.collect(start + 11ms).at(0).rtt(), Duration(9ms));
    }

    void anAnswerOlderThanItsQuestionIsNone()
    {
        TestWire wire;
        Prober prober(wire);
        QVERIFY(prober.launch({.id = ProbeId{1}}, 1s, start));
        QVERIFY(prober.launch({.id = ProbeId{2}}, 1s, start));
        wire.arrived = {{.id = ProbeId{1}, .received = start - 300ms, .probeSent = start},
                        {.id = ProbeId{2}, .received = start - 10ms}}; // the kernel did not stamp it
        const auto observed = prober.collect(start + 10ms);
        QCOMPARE(observed.size(), std::size_t{2});
        QVERIFY(!observed[0].reply && !observed[1].reply);
    }

    void anAnswerAcrossAClockThatWasSetIsNone()
    {
        TestWire wire;
        Prober prober(wire);
        prober.setClockLead(1h);
        QVERIFY(prober.launch({.id = ProbeId{1}}, 5s, start)); // forward, within its time-out
        prober.setClockLead(1h + 2s);
        QVERIFY(prober.launch({.id = ProbeId{2}}, 5s, start + 2s)); // none
        wire.arrived = {{.id = ProbeId{1}, .received = start + 2020ms, .probeSent = start},
                        {.id = ProbeId{2}, .received = start + 2020ms, .probeSent = start + 2s}};
        prober.setClockLead(1h + 2s + 100us); // the clocks are not read at once
        const auto across = prober.collect(start + 2020ms);
        QCOMPARE(across.size(), std::size_t{2});
        QVERIFY(!across[0].reply);
        QCOMPARE(across[1].rtt().value_or(0ns), Duration(20ms));
        QVERIFY(prober.launch({.id = ProbeId{3}}, 5s, start + 3s)); // back by less than its round trip
        prober.setClockLead(1h + 2s - 15ms);
        wire.arrived = {{.id = ProbeId{3}, .received = start + 3005ms, .probeSent = start + 3s}};
        QVERIFY(!prober.collect(start + 3005ms).at(0).reply);
    }

    void aClockThatIsSetBackMakesNobodyWaitLonger()
    {
        TestWire wire;
        Prober prober(wire);
        QVERIFY(prober.launch({.id = ProbeId{1}}, 100ms, start));
        QVERIFY(prober.collect(start + 40ms).empty());
        QVERIFY(prober.collect(start - 1h).empty());
        QCOMPARE(*prober.nextDeadline(), start - 1h + 60ms);
        QCOMPARE(prober.collect(start - 1h + 60ms).size(), std::size_t{1});
    }

    void onePingIsOutAtATimeAndAControlPingFollowsEachPong()
    {
        TestWire wire;
        Prober prober(wire);
        PingTrain train({.count = 2, .interval = 100ms, .timeout = 5s});
        advance(train, prober, start);
        QCOMPARE(wire.sent.size(), std::size_t{1});
        advance(train, prober, start + 20ms);
        QCOMPARE(wire.sent.size(), std::size_t{1});
        wire.arrived = {pongTo(wire.sent[0], 40ms)};
        advance(train, prober, start + 40ms);
        QCOMPARE(wire.sent.size(), std::size_t{2});
        QCOMPARE(wire.sent[1].method, Method::WebSocketControl);
        wire.arrived = {pongTo(wire.sent[1], 40ms)};
        const Progress paused = advance(train, prober, start + 80ms);
        QCOMPARE(*paused.wakeAt, start + 100ms);
        advance(train, prober, start + 100ms);
        QCOMPARE(wire.sent[2].method, Method::WebSocketText);
    }

    void aClockThatIsSetBackHoldsUpNoPing()
    {
        TestWire wire;
        Prober prober(wire);
        PingTrain train({.count = 2, .interval = 100ms, .timeout = 5s});
        advance(train, prober, start);
        wire.arrived = {pongTo(wire.sent[0], 10ms)};
        advance(train, prober, start + 10ms); // the control ping
        wire.arrived = {pongTo(wire.sent[1], 10ms)};
        advance(train, prober, start + 20ms);
        const Progress set = advance(train, prober, start - 1h);
        QCOMPARE(*set.wakeAt, start - 1h + 100ms);
    }

    void anUnansweredTextPingDoesNotEndTheTrain()
    {
        TestWire wire;
        Prober prober(wire);
        PingTrain train({.count = 2, .interval = 100ms, .timeout = 1s});
        advance(train, prober, start);
        const Progress next = advance(train, prober, start + 1s);
        QCOMPARE(next.observations.size(), std::size_t{1});
        QCOMPARE(wire.sent.size(), std::size_t{2});
        QCOMPARE(wire.sent[1].method, Method::WebSocketText);
    }

    void theBurstAsksEveryTtlOnce()
    {
        TestWire wire;
        Prober prober(wire);
        ZeroTrace trace({.maxTtl = 32, .timeout = 1s, .finalTimeout = 750ms});
        advance(trace, prober, start);
        QCOMPARE(wire.sent.size(), std::size_t{32});
        QCOMPARE(int(wire.sent[0].ttl), 1);
        QCOMPARE(int(wire.sent[31].ttl), 32);
        QVERIFY(trace.roundOpen(start));
    }

    void theFirstBurstGoesAsFarAsThePathMayNeed()
    {
        TestWire wire;
        Prober prober(wire);
        ZeroTrace trace({.maxTtl = 32, .firstBurstTtl = 12, .timeout = 1s, .finalTimeout = 750ms});
        QCOMPARE(trace.roundSize(), 12);
        advance(trace, prober, start);
        QCOMPARE(wire.sent.size(), std::size_t{12});
        QCOMPARE(int(wire.sent[11].ttl), 12);
    }

    void anEndpointBeyondTheFirstBurstIsFoundByTheSecond()
    {
        TestWire wire;
        Prober prober(wire);
        ZeroTrace trace(
            {.maxTtl = 32, .firstBurstTtl = 2, .timeout = 1s, .finalTimeout = 750ms, .expectedRtt = 20ms});
        advance(trace, prober, start);
        for (const Probe &probe : wire.sent)
            wire.arrived.push_back(
                {.id = probe.id, .kind = ReplyKind::TimeExceeded, .received = start + 10ms});
        advance(trace, prober, start + 10ms); // both answered, none was the endpoint
        advance(trace, prober, start + 11ms);
        QCOMPARE(wire.sent.size(), std::size_t{32});
        QCOMPARE(int(wire.sent[2].ttl), 3);
        QCOMPARE(int(wire.sent[31].ttl), 32);
        wire.arrived = {{.id = wire.sent[4].id, .kind = ReplyKind::DuplicateAck, .received = start + 21ms}};
        advance(trace, prober, start + 21ms);
        QCOMPARE(trace.end(), TraceEnd::Endpoint);
    }

    void anEndpointWithinTheFirstBurstLeavesNoSecond()
    {
        TestWire wire;
        Prober prober(wire);
        ZeroTrace trace(
            {.maxTtl = 32, .firstBurstTtl = 2, .finalProbes = 1, .timeout = 1s, .finalTimeout = 750ms});
        advance(trace, prober, start);
        wire.arrived = {{.id = wire.sent[0].id, .kind = ReplyKind::TimeExceeded, .received = start + 10ms},
                        {.id = wire.sent[1].id, .kind = ReplyKind::DuplicateAck, .received = start + 10ms}};
        advance(trace, prober, start + 10ms);
        QVERIFY(trace.finished(start + 11ms));
        QCOMPARE(wire.sent.size(), std::size_t{2});
    }

    void aNetworkThatTakesNothingEndsTheTraceInsteadOfSpinning()
    {
        TestWire wire;
        wire.refuses = true;
        Prober prober(wire);
        ZeroTrace trace({.maxTtl = 32, .timeout = 1s, .finalTimeout = 750ms});
        const Progress refused = advance(trace, prober, start);
        QVERIFY(refused.refused);
        advance(trace, prober, start + 1s);
        QVERIFY(trace.finished(start + 1s));
        QCOMPARE(trace.end(), TraceEnd::Silent);
    }

    void silenceEverywhereEndsAfterOneRound()
    {
        TestWire wire;
        Prober prober(wire);
        ZeroTrace trace({.maxTtl = 8, .timeout = 1s, .finalTimeout = 750ms, .expectedRtt = 40ms});
        advance(trace, prober, start);
        const Progress ended = advance(trace, prober, start + 100ms);
        QVERIFY(!ended.wakeAt);
        QCOMPARE(wire.sent.size(), std::size_t{8});
        QCOMPARE(trace.end(), TraceEnd::Silent);
    }

    void aProbeThatExpiresIsAMissAndNeverAnAnswer()
    {
        TestWire wire;
        Prober prober(wire);
        ZeroTrace trace({.maxTtl = 1, .timeout = 1s, .finalTimeout = 750ms, .expectedRtt = 20ms});
        advance(trace, prober, start);
        wire.arrived = {{.id = wire.sent[0].id, .kind = ReplyKind::DuplicateAck, .received = start + 10ms}};
        for (Duration passed = 10ms; passed < 5s; passed += 400ms) // as when pings come in between
            advance(trace, prober, start + passed);
        QVERIFY(trace.finished(start + 5s));
        QCOMPARE(wire.sent.size(), std::size_t{3}); // one that was answered, and the end's two chances
    }

    void aRateLimitedHopIsNotAskedAgain()
    {
        TestWire wire;
        Prober prober(wire);
        ZeroTrace trace({.maxTtl = 3, .timeout = 1s, .finalTimeout = 750ms, .expectedRtt = 20ms});
        advance(trace, prober, start);
        for (const Probe &probe : wire.sent)
            wire.arrived.push_back(
                {.id = probe.id,
                 .kind = probe.ttl == 3 ? ReplyKind::DuplicateAck : ReplyKind::TimeExceeded,
                 .received = start + 10ms});
        advance(trace, prober, start + 10ms); // all known: the next round is due
        advance(trace, prober, start + 11ms);
        QCOMPARE(wire.sent.size(), std::size_t{6});
        for (std::size_t i = 4; i < 6; ++i) // TTL 1 stays silent this time
            wire.arrived.push_back({.id = wire.sent[i].id,
                                    .kind = i == 5 ? ReplyKind::DuplicateAck : ReplyKind::TimeExceeded,
                                    .received = start + 21ms});
        advance(trace, prober, start + 100ms);
        advance(trace, prober, start + 101ms);
        QCOMPARE(wire.sent.size(), std::size_t{8});
        QCOMPARE(int(wire.sent[6].ttl), 2);
    }
};

QTEST_APPLESS_MAIN(TestStrategies)
#include "tst_strategies.moc"
