// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_summary.h"
#include "core/data/rate_limit.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp start{24h};
const IpAddress host = IpAddress::fromV4(0xc0000209);

/// One probe by UDP: lost, answered by a router of its TTL or by the host, or refused.
enum class By { Nobody, Router, Host, Firewall };
Observation asked(int ttl, int flow, By by)
{
    static std::uint64_t next = 1;
    Observation o{.probe = {.id = ProbeId{next++},
                            .method = Method::UdpDatagram,
                            .ttl = static_cast<std::uint8_t>(ttl),
                            .flow = static_cast<std::uint8_t>(flow),
                            .sent = start}};
    if (by == By::Router)
        o.reply = Reply{.kind = ReplyKind::TimeExceeded,
                        .from = IpAddress::fromV4(0x0a000000U + static_cast<unsigned>(ttl)),
                        .received = start + 1ms,
                        .icmpType = 11};
    if (by == By::Host)
        o.reply = Reply{.kind = ReplyKind::Unreachable,
                        .from = host,
                        .received = start + 2ms,
                        .icmpType = 3,
                        .icmpCode = 3};
    if (by == By::Firewall)
        o.reply = Reply{.kind = ReplyKind::Unreachable,
                        .from = IpAddress::fromV4(0x0a000002),
                        .received = start + 1ms,
                        .icmpType = 3,
                        .icmpCode = 13};
    return o;
}

TraceRecord recorded(std::vector<Observation> observations)
{
    return {.address = {host, 33434},
            .method = Method::UdpDatagram,
            .end = PathEnd::Reached,
            .observations = std::move(observations)};
}

} // namespace

/// What a record of probes says of the path.
class TestPathSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFlowWhoseEndWasNotHeardOnceIsNoLonger()
    {
        std::vector<Observation> all{asked(1, 0, By::Router), asked(2, 0, By::Host), asked(1, 1, By::Router),
                                     asked(2, 1, By::Nobody), asked(3, 1, By::Host)};
        const PathSummary same = summarizePath(recorded(all));
        QCOMPARE(same.hops.size(), std::size_t{2});
        QCOMPARE(same.hops[1].sent, 2);
        QCOMPARE(same.hops[1].unanswered, 1);
        all.push_back(asked(1, 2, By::Router)); // and one that really is longer
        all.push_back(asked(2, 2, By::Router));
        all.push_back(asked(3, 2, By::Nobody));
        all.push_back(asked(4, 2, By::Host));
        QCOMPARE(summarizePath(recorded(all)).hops.size(), std::size_t{3}); // as long as flow 1 showed
        all.push_back(asked(3, 2, By::Router));
        QCOMPARE(summarizePath(recorded(all)).hops.size(), std::size_t{4});
    }

    void aTargetAskedManyTimesAtOnceLimitsWhatItSays()
    {
        const std::vector<Observation> few{asked(2, 0, By::Host), asked(2, 0, By::Nobody),
                                           asked(2, 0, By::Nobody)};
        QCOMPARE(summarizePath(recorded(few)).hops[0].rateLimited, 0); // three are no flood
        std::vector<Observation> all{asked(1, 0, By::Router), asked(2, 0, By::Host)};
        for (int ttl = 3; ttl <= 16; ++ttl)
            all.push_back(asked(ttl, 0, ttl < 8 ? By::Host : By::Nobody));
        all.push_back(asked(2, 0, By::Nobody));
        all.push_back(asked(2, 0, By::Nobody));
        TraceRecord record = recorded(all);
        QCOMPARE(summarizePath(record).hops[1].rateLimited, 2);
        record.method = Method::IcmpEcho; // whose answers hosts do not limit
        QCOMPARE(summarizePath(record).hops[1].rateLimited, 0);
    }

    void whatATargetIsAskedASecondApartIsLost()
    {
        std::vector<Observation> all;
        for (int second = 0; second < 20; ++second) {
            for (int ttl = 2; ttl <= (second == 0 ? 16 : 2); ++ttl) {
                all.push_back(asked(ttl, 0, second % 2 == 0 && ttl < 8 ? By::Host : By::Nobody));
                all.back().probe.sent += second * 1s;
            }
        }
        const PathSummary summary = summarizePath(recorded(all));
        QCOMPARE(summary.hops[0].unanswered, 10);
        QCOMPARE(summary.hops[0].rateLimited, 0);
    }

    /// Two branches, of which the target lies behind one router or two; it answers six of all its probes.
    void aTargetBehindBranchesOfDifferentLengthLimitsWhatItSays()
    {
        std::vector<Observation> all;
        for (int flow = 0; flow < 2; ++flow) {
            all.push_back(asked(1, flow, By::Router));
            all.push_back(asked(2, flow, flow == 0 ? By::Host : By::Router));
            all.push_back(asked(3, flow, flow == 0 ? By::Nobody : By::Host));
        }
        for (int flow = 0; flow < 2; ++flow) {
            for (int ttl = 4; ttl <= 9; ++ttl)
                all.push_back(asked(ttl, flow, By::Nobody));
        }
        all.push_back(asked(3, 1, By::Nobody));
        all.push_back(asked(3, 1, By::Nobody));
        const PathSummary summary = summarizePath(recorded(all));
        QCOMPARE(summary.hops.size(), std::size_t{3});
        QCOMPARE(summary.reachedTtl.value_or(0), 2);
        QCOMPARE(summary.hops[2].unanswered, 2);
        QCOMPARE(summary.hops[2].rateLimited, 2);
    }

    void aFlowThatHasEndedLosesNothingBehindItsEnd()
    {
        std::vector<Observation> all;
        for (int flow = 0; flow < 2; ++flow) {
            all.push_back(asked(1, flow, By::Router));
            all.push_back(asked(2, flow, flow == 0 ? By::Host : By::Router));
            all.push_back(asked(3, flow, flow == 0 ? By::Nobody : By::Host));
        }
        const PathSummary summary = summarizePath(recorded(all));
        QCOMPARE(summary.hops.size(), std::size_t{3});
        QCOMPARE(summary.hops[2].sent, 1);
        QCOMPARE(summary.hops[2].unanswered, 0);
    }

    void aBranchThatIsRefusedShortensNoOther()
    {
        std::vector<Observation> all;
        for (int flow = 0; flow < 2; ++flow) {
            all.push_back(asked(1, flow, By::Router));
            all.push_back(asked(2, flow, By::Router));
            all.push_back(asked(3, flow, flow == 0 ? By::Firewall : By::Nobody));
            all.push_back(asked(4, flow, flow == 0 ? By::Firewall : By::Host));
        }
        const PathSummary summary = summarizePath(recorded(all));
        QCOMPARE(summary.hops.size(), std::size_t{4});
        QVERIFY(summary.hops[2].responders.empty());
        QCOMPARE(summary.hops[2].unanswered, 2);
        QCOMPARE(summary.hops[2].refused, 1);
        QCOMPARE(summary.hops[3].responders.size(), std::size_t{1});
        QCOMPARE(summary.hops[3].responders[0].address, host);
        QCOMPARE(summary.hops[3].sent, 2);
        QCOMPARE(summary.hops[3].unanswered, 1);
    }

    void whatEachFlowAskedOnceTellsNothingOfABranch()
    {
        std::vector<Observation> all;
        for (int flow = 0; flow < 16; ++flow) {
            all.push_back(asked(1, flow, By::Router));
            all.push_back(asked(2, flow, flow % 3 == 0 ? By::Nobody : By::Router));
            all.push_back(asked(3, flow, By::Host));
        }
        QCOMPARE(summarizePath(recorded(all)).hops[1].unanswered, 6);
        QCOMPARE(summarizePath(recorded(all)).hops[1].rateLimited, 0);
    }

    /// What was refused was not left unanswered by a limit.
    void aRefusedProbeIsNoRateLimit()
    {
        std::vector<Observation> all{asked(3, 0, By::Firewall)};
        for (int i = 0; i < 20; ++i) {
            for (const int ttl : {1, 2, 3})
                all.push_back(asked(ttl, 0, By::Router));
            all.push_back(asked(3, 0, By::Nobody));
            all.push_back(asked(4, 0, By::Host));
        }
        const PathSummary summary = summarizePath(recorded(all));
        QCOMPARE(summary.hops.size(), std::size_t{4});
        QCOMPARE(summary.hops[2].unanswered, 21);
        QCOMPARE(summary.hops[2].rateLimited, 20);
    }

    /// The first link loses a tenth of all that passes. (Measured.)
    void whatChanceSpreadsIsNoLimit()
    {
        const std::vector<HopLoss> lossy{{20, 0}, {20, 0}, {20, 4}, {20, 0},
                                         {20, 4}, {20, 2}, {20, 2}, {20, 4}};
        QCOMPARE(rateLimited(lossy), std::vector<int>(lossy.size()));
        QCOMPARE(rateLimited({{3, 1}, {3, 0}, {3, 2}, {3, 0}, {3, 0}}), std::vector<int>(5));
        QCOMPARE(rateLimited({{86'400, 870}, {86'400, 840}, {86'400, 890}, {86'400, 850}}),
                 std::vector<int>(4));
    }

    void whatChanceDoesNotSpreadIsALimit()
    {
        QCOMPARE(rateLimited({{20, 0}, {20, 14}, {20, 0}, {20, 0}}), (std::vector{0, 14, 0, 0}));
        QCOMPARE(rateLimited({{20, 10}, {20, 1}}), (std::vector{9, 0}));
        QCOMPARE(rateLimited({{86'400, 43'200}, {86'400, 864}}), (std::vector{42'336, 0}));
        // Behind the two that limit, and one that never answers, a link loses much.
        QCOMPARE(rateLimited({{20, 12}, {20, 10}, {20, 20}, {20, 0}, {20, 0}, {20, 8}, {20, 8}}),
                 (std::vector{12, 10, 0, 0, 0, 0, 0}));
    }

    /// Property: uniform loss of any share is hardly ever called a limit.
    void uniformLossHardlyEverLooksLikeALimit()
    {
        std::mt19937 random(20260131); // NOLINT(cert-msc51-cpp): the same each time
        int blamed = 0;
        constexpr int runs = 500;
        for (int run = 0; run < runs; ++run) {
            const int sent = run % 2 == 0 ? 10 : 60;
            std::binomial_distribution<int> lost(sent, 0.01 * (run % 20));
            std::vector<HopLoss> hops(10, {.sent = sent});
            for (HopLoss &hop : hops)
                hop.unanswered = lost(random);
            const auto limited = rateLimited(hops);
            blamed +=
                static_cast<int>(std::count_if(limited.begin(), limited.end(), [](int n) { return n > 0; }));
        }
        QCOMPARE_LT(blamed, runs / 20);
    }

    void aBranchThatNeverAnswersIsNoLimit()
    {
        std::vector<Observation> all;
        for (int flow = 0; flow < 2; ++flow) {
            for (int repeat = 0; repeat < 10; ++repeat) {
                all.push_back(asked(1, flow, By::Router));
                all.push_back(asked(2, flow, flow == 0 ? By::Router : By::Nobody));
                all.push_back(asked(3, flow, By::Host));
            }
        }
        const PathSummary silent = summarizePath(recorded(all));
        QCOMPARE(silent.hops[1].unanswered, 10);
        QCOMPARE(silent.hops[1].rateLimited, 0);
        for (int repeat = 0; repeat < 5; ++repeat)
            all.push_back(asked(2, 0, By::Nobody)); // and the other one is limited
        QCOMPARE(summarizePath(recorded(all)).hops[1].rateLimited, 15);
    }

    /// A name server's answers are no ICMP, so that what it leaves out is lost.
    void aServiceThatAnswersUdpItselfIsNotLimited()
    {
        std::vector<Observation> all{asked(1, 0, By::Router)};
        for (int ttl = 2; ttl <= 16; ++ttl)
            all.push_back(asked(ttl, 0, ttl < 8 ? By::Host : By::Nobody));
        all.push_back(asked(2, 0, By::Nobody));
        QCOMPARE(summarizePath(recorded(all)).hops[1].rateLimited, 1);
        for (Observation &o : all) {
            if (o.reply && o.probe.ttl > 1)
                o.reply->kind = ReplyKind::UdpAnswer;
        }
        QCOMPARE(summarizePath(recorded(all)).hops[1].unanswered, 1);
        QCOMPARE(summarizePath(recorded(all)).hops[1].rateLimited, 0);
    }

    void theReturnPathsLengthComesFromTheReceivedTtl()
    {
        QCOMPARE(returnLength(64).value_or(-1), 0);
        QCOMPARE(returnLength(52).value_or(-1), 12);
        QCOMPARE(returnLength(247).value_or(-1), 8);
        QVERIFY(!returnLength(0).has_value());
    }
};

QTEST_APPLESS_MAIN(TestPathSummary)
#include "tst_path_summary.moc"
