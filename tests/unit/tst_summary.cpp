// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/comparison.h"
#include "core/data/summary.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

Observation answered(Method method, Duration rtt, ReplyKind kind, std::uint8_t ttl = 64, std::uint64_t id = 0)
{
    return {.probe = {.id = ProbeId{id}, .method = method, .ttl = ttl, .sent = Timestamp{1h}},
            .reply = Reply{.id = ProbeId{id},
                           .kind = kind,
                           .from = IpAddress::fromV4(0x0a000000U + ttl),
                           .received = Timestamp{1h} + rtt}};
}

Observation hop(std::uint8_t ttl, Duration rtt)
{
    return answered(Method::ZeroTrace, rtt, ReplyKind::TimeExceeded, ttl);
}

Observation lostHop(std::uint8_t ttl)
{
    return {.probe = {.method = Method::ZeroTrace, .ttl = ttl}};
}

} // namespace

class TestSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePathEndsWhereTheEndpointFirstAnswers()
    {
        SessionRecord record;
        record.observations = {hop(1, 1ms),
                               lostHop(2),
                               hop(3, 9ms),
                               hop(3, 8ms),
                               answered(Method::ZeroTrace, 12ms, ReplyKind::DuplicateAck, 5),
                               answered(Method::ZeroTrace, 11ms, ReplyKind::DuplicateAck, 4)};
        const Path path = pathOf(record);
        QCOMPARE(path.hops.size(), std::size_t{3});
        QVERIFY(!path.hops[1].address);
        QCOMPARE(path.hops[2].rtt.count, 2);
        QCOMPARE(int(path.endpoint->ttl), 4);
        QCOMPARE(*path.endpoint->rtt.min, Duration(11ms));
        QCOMPARE(int(path.lastHop()->ttl), 3);
        QCOMPARE(*gapsOf(record).endpointLastHop, Duration(3ms));
    }

    void withoutAnEndpointThePathEndsAtTheFurthestAnswer()
    {
        SessionRecord record;
        record.observations = {hop(1, 1ms), lostHop(2), lostHop(3)};
        QCOMPARE(pathOf(record).hops.size(), std::size_t{1});
        QVERIFY(!pathOf(record).endpoint);
    }

    void theStepToTheEndpointBeginsAtTheFirstHopWithTheTestersAddress()
    {
        SessionRecord record;
        record.observations = {hop(1, 1ms), hop(2, 7ms), hop(3, 45ms)};
        record.observations[2].reply->from = record.observations[1].reply->from;
        const Path path = pathOf(record);
        QCOMPARE(hopBeforeStep(path, IpAddress::fromV4(0x0a000002))->ttl, std::uint8_t{2});
        QCOMPARE(hopBeforeStep(path, IpAddress::fromV4(1))->ttl, std::uint8_t{3});
        QVERIFY(!hopBeforeStep(Path{}, IpAddress::fromV4(1)));
    }

    void aGapPairsThePongWithTheAcknowledgementOfItsOwnSegment()
    {
        SessionRecord record;
        record.observations = {answered(Method::WebSocketText, 50ms, ReplyKind::Pong, 64, 1),
                               answered(Method::TcpSegment, 10ms, ReplyKind::Acknowledgement, 64, 1),
                               answered(Method::WebSocketText, 90ms, ReplyKind::Pong, 64, 2),
                               answered(Method::TcpSegment, 48ms, ReplyKind::Acknowledgement, 64, 2),
                               answered(Method::WebSocketText, 60ms, ReplyKind::Pong, 64, 3)};
        const auto gaps = pairedGaps(record);
        QCOMPARE(gaps.size(), std::size_t{2});
        QCOMPARE(*gapsOf(record).webSocketTcp, Duration(41ms));
    }

    void missingLayersGiveUnknownGaps()
    {
        const Gaps gaps = gapsOf(SessionRecord{});
        QVERIFY(!gaps.webSocketTcp && !gaps.endpointLastHop && !gaps.webSocketLastHop);
    }

    void theRunsOfOneTesterAreComparedAndOthersLeftOut()
    {
        const auto run = [](const char *visit, const char *name, VerdictKind kind, std::uint32_t address) {
            SessionRecord record;
            record.end = SessionEnd::Finished;
            record.tester.visit = visit;
            record.tester.name = name;
            record.tester.peer.address = IpAddress::fromV4(address);
            record.verdict.kind = kind;
            return record;
        };
        std::vector<SessionRecord> runs{
            run("a", "", VerdictKind::Proxy, 1),      run("a", "", VerdictKind::Proxy, 2),
            run("b", "", VerdictKind::Direct, 1),     run("", "Anna", VerdictKind::Direct, 3),
            run("c", "Anna", VerdictKind::Tunnel, 3), run("", "", VerdictKind::Direct, 1)};
        runs.push_back(run("a", "", VerdictKind::Inconclusive, 9));
        runs.back().end = SessionEnd::Running;
        std::vector<const SessionRecord *> all;
        all.reserve(runs.size());
        for (const SessionRecord &each : runs)
            all.push_back(&each);
        QVERIFY((compareRuns(runs[0], all) == RunComparison{{{VerdictKind::Proxy, 2}}, 2}));
        QVERIFY((compareRuns(runs[3], all)
                 == RunComparison{{{VerdictKind::Direct, 1}, {VerdictKind::Tunnel, 1}}, 1}));
        QCOMPARE(compareRuns(runs[5], all).runs(), 0); // who says nothing of itself is nobody's other run
    }
};

QTEST_APPLESS_MAIN(TestSummary)
#include "tst_summary.moc"
