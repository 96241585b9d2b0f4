// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ping_statistics.h"

#include <QTest>

#include <cmath>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const IpAddress target = IpAddress::fromV4(0xc0000209); // 192.0.2.9
const IpAddress router = IpAddress::fromV4(0xc0000201);

Observation answered(Duration rtt, const IpAddress &from = target, ReplyKind kind = ReplyKind::EchoReply)
{
    constexpr Timestamp noon{1'800'000'000s};
    return {{.method = Method::IcmpEcho, .ttl = 64, .sent = noon},
            Reply{.kind = kind, .from = from, .received = noon + rtt, .ttl = 61}};
}

} // namespace

class TestPingStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofNoPingsThereIsNothing()
    {
        const PingStatistics none;
        QVERIFY(!none.least());
        QVERIFY(!none.hostDelay());
        QCOMPARE(none.deviationMs(), 0.0);
        QCOMPARE(none.row().sent, 0);
    }

    void whoeverElseAnswersIsNoTarget()
    {
        PingStatistics pings;
        pings.add(answered(3ms), target);
        pings.add(answered(1ms, router, ReplyKind::TimeExceeded), target);
        pings.add(answered(1ms, router, ReplyKind::Unreachable), target);
        pings.add({.probe = {.ttl = 64}}, target);
        pings.addNotSent(2);
        QCOMPARE(pings.sent(), std::uint64_t{4});
        QCOMPARE(pings.received(), std::uint64_t{1});
        QCOMPARE(pings.least(), std::optional<Duration>(3ms));
        const PathRow row = pings.row();
        QCOMPARE(row.ttl, 64);
        QCOMPARE(row.sent, 4);
        QCOMPARE(row.unanswered, 3);
        QCOMPARE(row.refused, 1);
        QCOMPARE(row.notSent, 2);
    }

    /// The sum of squares less the square of the mean would have no digit left.
    void aSmallSpreadOfALongDelayIsKept()
    {
        PingStatistics pings;
        for (int i = 0; i < 100'000; ++i)
            pings.add(answered(1h + (i % 2 == 0 ? 1us : 3us)), target);
        QCOMPARE(pings.most(), std::optional<Duration>(1h + 3us));
        QVERIFY(std::abs(pings.meanMs() - 3'600'000.002) < 1e-6);
        QVERIFY(std::abs(pings.deviationMs() - 0.001) < 1e-6);
    }

    void onlyTheNewestDelaysOfThisMachineCount()
    {
        PingStatistics pings;
        for (const Duration delay : {Duration(10us), Duration(20us)}) {
            for (std::size_t i = 0; i < PingStatistics::keptDelays; ++i) {
                Observation ping = answered(1ms);
                ping.reply->hostDelay = delay;
                pings.add(ping, target);
            }
            QCOMPARE(pings.hostDelay(), std::optional(delay));
        }
    }
};

QTEST_APPLESS_MAIN(TestPingStatistics)
#include "tst_ping_statistics.moc"
