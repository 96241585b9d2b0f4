// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/swept_path.h"

#include <QTest>

#include <random>

using namespace parallax;

namespace {

/// Six hops, of which the second is a firewall.
Hops behindAFirewall()
{
    Hops hops;
    for (const int rtt : {1, 1, 5, 8, 12, 20})
        hops.push_back({.rtt = std::chrono::milliseconds(rtt)});
    return hops;
}

} // namespace

/// Traces in virtual time, of which somebody on the way refuses probes.
class TestTtlSweepRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRouterThatRefusesEndsThePath()
    {
        VirtualPath path({{.rtt = 1ms}, {.rtt = 5ms}});
        path.targetSays = ReplyKind::Unreachable;
        TtlSweep strategy({.target = VirtualPath::addressOf(9), .probesPerHop = 1});
        path.run(strategy, start, start + 1min);
        QCOMPARE(strategy.end(), PathEnd::Unreachable);
        QCOMPARE(strategy.endTtl().value_or(0), 2);
    }

    /// Three lanes leave within 4 ms, and five probes get through before the rest is refused from nearby.
    void aFirewallThatRefusesSomeProbesHidesNoTarget()
    {
        VirtualPath path(behindAFirewall());
        path.firewall = {.ttl = 2, .passes = 5};
        const Swept swept = sweep(path, {.probesPerHop = 3});
        QCOMPARE(swept.end, PathEnd::Reached);
        QCOMPARE(swept.took, Duration(20ms));
        QCOMPARE(swept.summary.hops.size(), std::size_t{6});
        for (std::size_t at = 2; at < 6; ++at) {
            const PathHop &hop = swept.summary.hops[at];
            QCOMPARE(hop.sent, 3);
            QCOMPARE(hop.unanswered, 2);
            QCOMPARE(hop.refused, 2);
            QCOMPARE(hop.rateLimited, 0);
            QCOMPARE(hop.responders.size(), std::size_t{1});
            QCOMPARE(hop.responders[0].address, VirtualPath::addressOf(hop.ttl));
        }
    }

    /// Else the hops behind it would be waited for no longer than the firewall took.
    void aRefusalSaysNothingOfHowLongOtherHopsTake()
    {
        VirtualPath path(behindAFirewall());
        path.firewall = {.ttl = 2, .passes = 5};
        const Swept swept = sweep(path, {.probesPerHop = 1});
        QCOMPARE(swept.end, PathEnd::Reached);
        QCOMPARE(swept.took, Duration(20ms));
    }

    void aFirewallThatRefusesEverythingEndsATraceAtOnce()
    {
        VirtualPath path(behindAFirewall());
        path.firewall = {.ttl = 2};
        const Swept swept = sweep(path, {.probesPerHop = 3});
        QCOMPARE(swept.end, PathEnd::Unreachable);
        QCOMPARE(swept.took, Duration(4ms + 1ms)); // the last lane begins after 4 ms
        QCOMPARE(swept.summary.hops.size(), std::size_t{3});
        QCOMPARE(swept.summary.hops[2].refused, 3);
        QCOMPARE(swept.summary.hops[2].unanswered, 0);
        QCOMPARE(swept.summary.hops[2].responders.at(0).address, VirtualPath::addressOf(2));
    }

    void aFirewallThatLimitsItsRefusalsHoldsUpNothing()
    {
        VirtualPath path(behindAFirewall());
        path.firewall = {.ttl = 2, .says = 6};
        const Swept swept = sweep(path, {.probesPerHop = 3});
        QCOMPARE(swept.end, PathEnd::Unreachable);
        QVERIFY(swept.took <= 4ms + 2 * 1ms + 10ms);
        QCOMPARE(swept.summary.hops.size(), std::size_t{3});
        QCOMPARE(swept.summary.hops[2].unanswered, 2);
    }

    void whatAFirewallLetsThroughIsFound()
    {
        // Property: where enough of the first probes pass, the whole path is found, whatever is refused then.
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            Hops hops;
            Duration rtt{};
            const int length = std::uniform_int_distribution(2, 16)(random);
            for (int at = 0; at < length; ++at) {
                rtt += std::chrono::microseconds(std::uniform_int_distribution(0, 20'000)(random));
                hops.push_back({.rtt = rtt});
            }
            VirtualPath path(hops);
            const int ttl = std::uniform_int_distribution(1, length - 1)(random);
            const int more = std::uniform_int_distribution(0, 20)(random);
            const int says = std::uniform_int_distribution(0, 60)(random);
            path.firewall = {.ttl = ttl, .passes = length - ttl + more, .says = says};
            const Swept swept = sweep(path, {.probesPerHop = 3});
            QVERIFY2(swept.end == PathEnd::Reached, qPrintable(QStringLiteral("round %1").arg(round)));
            QCOMPARE(swept.summary.hops.size(), hops.size());
            for (const PathHop &hop : swept.summary.hops) {
                QCOMPARE(hop.responders.size(), std::size_t{1});
                QCOMPARE(hop.responders[0].address, VirtualPath::addressOf(hop.ttl));
            }
        }
    }

    void probesThatAreTooLargeEndATraceAtTheLink()
    {
        VirtualPath path(behindAFirewall());
        path.firewall = {.ttl = 2, .mtu = 1400};
        const Swept swept = sweep(path, {.probesPerHop = 1, .length = 1500});
        QCOMPARE(swept.end, PathEnd::Unreachable);
        QCOMPARE(swept.summary.hops.size(), std::size_t{3});
        QCOMPARE(int{swept.summary.hops[2].responders.at(0).first.mtu}, 1400);
    }
};

QTEST_APPLESS_MAIN(TestTtlSweepRefusals)
#include "tst_ttl_sweep_refusals.moc"
