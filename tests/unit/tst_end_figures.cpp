// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/end_figures.h"
#include "tests/support/watched_path.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr const char *target = "192.0.2.99";

std::vector<fixtures::PlayedHop> routersAnd(int routers, std::optional<Duration> end)
{
    std::vector<fixtures::PlayedHop> path;
    for (int ttl = 1; ttl <= routers; ++ttl)
        path.push_back({"192.0.2.1", 1ms});
    path.push_back({target, end});
    return path;
}

} // namespace

class TestEndFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRouteThatGotShorterIsTheOneThatCounts()
    {
        constexpr std::size_t rounds = 1000;
        const auto path = [](std::size_t round) {
            if (round < rounds / 2)
                return routersAnd(9, 20ms);
            return routersAnd(8, round % 2 == 0 ? std::optional<Duration>(9ms) : std::nullopt);
        };
        const EndFigures figures = endFigures(fixtures::watched(path, rounds, target).history);
        QCOMPARE(figures.hops, std::optional(9));
        QCOMPARE(figures.last, std::optional<Duration>(9ms));
        QCOMPARE(figures.loss, std::optional(0.25));
        QCOMPARE(figures.mean, std::optional<Duration>(Duration(500 * 20ms + 250 * 9ms) / 750));
    }

    void aTargetThatNeverAnsweredHasLostAll()
    {
        const auto path = [](std::size_t) { return routersAnd(3, std::nullopt); };
        const EndFigures figures = endFigures(fixtures::watched(path, 20, target).history);
        QCOMPARE(figures, EndFigures{.loss = 1.0});
    }

    void whereTheLargestTtlIsARoutersNobodyAskedTheTarget()
    {
        const auto path = [](std::size_t) {
            return std::vector<fixtures::PlayedHop>{{"192.0.2.1", 1ms}, {"192.0.2.2", 2ms}};
        };
        QCOMPARE(endFigures(fixtures::watched(path, 20, target).history), EndFigures{});
    }

    /// A box that hands ports on has the target's address, and says so one TTL before.
    void whoOnlyPassesOnIsNotTheTarget()
    {
        TraceRecord record;
        record.address.address = IpAddress::parse(target).value();
        const auto answered = [&](std::uint8_t ttl, ReplyKind kind, Duration rtt) {
            return Observation{
                .probe = {.id = ProbeId{ttl}, .method = Method::TcpSyn, .ttl = ttl},
                .reply = Reply{.kind = kind, .from = record.address.address, .received = Timestamp(rtt)}};
        };
        record.observations = {answered(1, ReplyKind::TimeExceeded, 1ms)};
        record.end = PathEnd::Silent;
        QCOMPARE(endFigures(record), EndFigures{.loss = 1.0});
        record.observations.push_back(answered(2, ReplyKind::SynAck, 9ms));
        record.end = PathEnd::Reached;
        QCOMPARE(endFigures(record).hops, std::optional(2));
        QCOMPARE(endFigures(record).mean, std::optional<Duration>(9ms));
    }

    void aTraceThatEndedTooEarlyHasNoLoss()
    {
        TraceRecord record;
        record.address.address = IpAddress::parse(target).value();
        record.observations.push_back(
            {.probe = {.method = Method::IcmpEcho, .ttl = 1},
             .reply = Reply{.kind = ReplyKind::TimeExceeded, .from = IpAddress::parse("192.0.2.1").value()}});
        record.end = PathEnd::MaxTtl;
        QCOMPARE(endFigures(record).loss, std::optional<double>());
        record.end = PathEnd::Silent;
        QCOMPARE(endFigures(record).loss, std::optional(1.0));
    }
};

QTEST_APPLESS_MAIN(TestEndFigures)
#include "tst_end_figures.moc"
