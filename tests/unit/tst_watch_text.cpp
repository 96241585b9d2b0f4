// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch_text.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const IpAddress router = IpAddress::fromV4(0xc0000201); // 192.0.2.1
const IpAddress otherRouter = IpAddress::fromV4(0xc0000202);
const IpAddress target = IpAddress::fromV4(0xc0000209);
constexpr Timestamp noon{1'800'000'000s};

Probe probeOf(std::uint64_t round, std::uint8_t ttl)
{
    return {.id = ProbeId{(round + 1) * idsPerRound + ttl},
            .method = Method::IcmpEcho,
            .ttl = ttl,
            .sent = noon + std::chrono::seconds(round)};
}

void answer(TraceState &watch, std::uint64_t round, std::uint8_t ttl, const IpAddress &from, Duration rtt)
{
    const Probe probe = probeOf(round, ttl);
    const ReplyKind kind = from == target ? ReplyKind::EchoReply : ReplyKind::TimeExceeded;
    watch.history.add(
        {probe, Reply{.id = probe.id, .kind = kind, .from = from, .received = probe.sent + rtt}}, target);
}

void lose(TraceState &watch, std::uint64_t round, std::uint8_t ttl)
{
    watch.history.add({probeOf(round, ttl), std::nullopt}, target);
}

/// Two rounds over a hop with two branches, one that is silent, and the target that lost one of two.
TraceState watched()
{
    TraceState watch;
    watch.request = {.target = "example.org", .kind = TraceRequest::Kind::Watch, .interval = 500ms};
    watch.record = {
        .target = "example.org", .address = {target, 0}, .method = Method::IcmpEcho, .started = noon};
    answer(watch, 0, 1, router, 1ms);
    answer(watch, 1, 1, otherRouter, 2ms);
    lose(watch, 0, 2);
    lose(watch, 1, 2);
    answer(watch, 0, 3, target, 10ms);
    answer(watch, 1, 3, target, 20ms);
    return watch;
}

} // namespace

/// The table of `trace --watch`.
class TestWatchText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstLineSaysWhatIsWatched()
    {
        QCOMPARE(watchHeading(watched()),
                 std::string("watching example.org (192.0.2.9) by icmp, a round every 0.5 s"));
    }

    void eachHopHasItsRowAndEachFurtherBranchOne()
    {
        const std::vector<std::string> expected{
            "    HOST                       Loss%    Snt   Last    Avg   Best   Wrst  StDev",
            "  1 192.0.2.1                   0.0%      2    1.0    1.0    1.0    1.0",
            "    192.0.2.2                                  2.0    2.0    2.0    2.0",
            "  2 ???                       100.0%      2",
            "  3 192.0.2.9                   0.0%      2   20.0   15.0   10.0   20.0    7.1"};
        const auto lines = watchLines(watched());
        QCOMPARE(lines.size(), expected.size());
        for (std::size_t at = 0; at < lines.size(); ++at)
            QCOMPARE(QByteArray::fromStdString(lines[at]), QByteArray::fromStdString(expected[at]));
    }

    void whoeverIsNotYetGivenUpHasARowToo()
    {
        TraceState watch;
        watch.request.kind = TraceRequest::Kind::Watch;
        answer(watch, 0, 1, router, 1ms);
        answer(watch, 0, 4, target, 10ms);
        const auto lines = watchLines(watch);
        QCOMPARE(lines.size(), std::size_t(5));
        QCOMPARE(lines[2], std::string("  2 ???"));
        QCOMPARE(lines[3], std::string("  3 ???"));
    }

    void beforeTheTargetAnswersThePathGoesOn()
    {
        TraceState watch;
        watch.request.kind = TraceRequest::Kind::Watch;
        answer(watch, 0, 2, router, 1ms); // the first router is silent
        const auto lines = watchLines(watch);
        QCOMPARE(lines.size(), std::size_t(4));
        QCOMPARE(lines[1], std::string("  1 ???"));
        QCOMPARE(lines[3], std::string("  3 ???"));
    }

    void namesGiveWayToFigures()
    {
        TraceState watch = watched();
        watch.record.addresses[router].name = "router.with.a.long.name.example.org";
        watch.record.addresses[target].name = "t";
        const auto lines = watchLines(watch, 80);
        for (const std::string &line : lines)
            QVERIFY2(line.size() <= 80, line.c_str());
        QVERIFY2(lines[1].rfind("  1 router.with.a.long.name.ex~   0.0%", 0) == 0, lines[1].c_str());
        QVERIFY2(lines[4].rfind("  3 t (192.0.2.9)", 0) == 0, lines[4].c_str());
    }

    void aLongNameWidensItsColumn()
    {
        TraceState watch = watched();
        watch.record.addresses[router].name = "r\u00f6uter-with-a-long-name.example.org";
        const auto lines = watchLines(watch);
        QVERIFY(lines[1].find("r\u00f6uter-with-a-long-name.example.org (192.0.2.1)   0.0%")
                != std::string::npos);
        QCOMPARE(lines[0].size(), lines[4].size());
    }
};

QTEST_GUILESS_MAIN(TestWatchText)
#include "tst_watch_text.moc"
