// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_summary.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp start{24h};
const IpAddress host = IpAddress::fromV4(0xc0000209);

/// One probe by UDP: lost, or answered by a router of its TTL or by the host.
enum class By { Nobody, Router, Host };
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
