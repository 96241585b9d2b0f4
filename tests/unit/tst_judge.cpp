// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/classic.h"
#include "core/evidence/judge.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

/// As many observations as there are RTTs, a tenth of a second apart.
void answer(SessionRecord &record, Method method, const std::vector<std::chrono::milliseconds> &rtts)
{
    const ReplyKind kind = method == Method::TcpSegment ? ReplyKind::Acknowledgement : ReplyKind::Pong;
    Timestamp sent{1h};
    for (const auto rtt : rtts) {
        const ProbeId id{record.observations.size() + 1};
        record.observations.push_back({.probe = {.id = id, .method = method, .sent = sent},
                                       .reply = Reply{.id = id, .kind = kind, .received = sent + rtt}});
        sent += 100ms;
    }
}

SessionRecord behindRelay(const std::vector<std::chrono::milliseconds> &control)
{
    SessionRecord record;
    record.tcp.mss = 1460;
    answer(record, Method::TcpSegment, {6ms, 6ms, 6ms, 48ms, 6ms, 6ms, 6ms, 6ms, 6ms, 6ms});
    answer(record, Method::WebSocketText, {97ms, 124ms, 48ms, 124ms, 48ms, 99ms, 48ms, 99ms, 48ms, 124ms});
    answer(record, Method::WebSocketControl, control);
    return record;
}

/// Direct, five routers and 42 ms away, on Linux.
SessionRecord nearBrowser()
{
    SessionRecord record;
    record.tcp = {.mss = 1460, .windowScale = 7, .ttl = 59, .optionOrder = "M,S,T,N,W"};
    record.tester.peer.address = IpAddress::fromV4(0xc6336404);
    record.tester.userAgent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0";
    const std::vector rtts(10, 42ms);
    answer(record, Method::TcpSegment, rtts);
    answer(record, Method::WebSocketText, std::vector(10, 43ms));
    answer(record, Method::WebSocketControl, std::vector(10, 43ms));
    for (int ttl = 1; ttl <= 6; ++ttl) {
        const Timestamp sent{1h};
        const auto id = ProbeId{1000U + static_cast<unsigned>(ttl)};
        record.observations.push_back(
            {.probe =
                 {.id = id, .method = Method::ZeroTrace, .ttl = static_cast<std::uint8_t>(ttl), .sent = sent},
             .reply = Reply{.id = id,
                            .kind = ttl == 6 ? ReplyKind::DuplicateAck : ReplyKind::TimeExceeded,
                            .from = IpAddress::fromV4(0x0a000000U + static_cast<unsigned>(ttl)),
                            .received = sent + 7ms * ttl}});
    }
    return record;
}

/// Behind an exit 21 ms away whose tunnel takes another 21 ms; the page's answers wait for `hold` on top.
SessionRecord heldBackBehindTunnel(std::chrono::milliseconds hold, std::uint16_t mss)
{
    SessionRecord record = nearBrowser();
    record.tcp.mss = mss;
    for (Observation &observation : record.observations) {
        if (observation.probe.method == Method::WebSocketText)
            observation.reply->received += 21ms + hold;
        if (observation.probe.method == Method::ZeroTrace && observation.probe.ttl == 3)
            observation.reply->from = record.tester.peer.address;
    }
    return record;
}

/// Nothing of the path but an ICMP echo after 6 ms; TCP ends 42 ms away.
SessionRecord answeringEcho(std::uint16_t mss)
{
    SessionRecord record = nearBrowser();
    record.tcp.mss = mss;
    std::erase_if(record.observations,
                  [](const Observation &o) { return o.probe.method == Method::ZeroTrace; });
    answer(record, Method::IcmpEcho, {6ms, 6ms, 6ms});
    return record;
}

Finding found(const Verdict &verdict, EvidenceName name)
{
    for (const Evidence &evidence : verdict.evidence) {
        if (evidence.name == name)
            return evidence.finding;
    }
    return {};
}

} // namespace

class TestJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRelayThatHoldsBackSmallSegmentsIsStillAProxy()
    {
        const auto verdict = judge(behindRelay({47ms, 48ms, 47ms, 47ms, 48ms, 48ms, 47ms, 47ms, 48ms, 47ms}));
        QCOMPARE(verdict.kind, VerdictKind::Proxy);
        QVERIFY(verdict.confidence > 0.9);
    }

    void controlPingsThatAnIntermediaryAnswersDoNotMakeTheTextSurer()
    {
        const SessionRecord record = behindRelay({6ms, 6ms, 6ms, 6ms, 6ms});
        const auto layers = layersOf(record);
        QCOMPARE(gapNoise(layers, record, {}), uncertaintyOfMinimum(layers.text));
    }

    void aSynFromAnotherSystemThanTheBrowsersLeavesAProxyNearItOpen()
    {
        SessionRecord record = nearBrowser();
        QCOMPARE(judge(record).kind, VerdictKind::Direct);
        record.tester.userAgent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/156.0";
        const Verdict verdict = judge(record);
        QCOMPARE(verdict.kind, VerdictKind::Inconclusive);
        QCOMPARE(found(verdict, EvidenceName::StackUserAgent), Finding::SystemsDiffer);
    }

    void aHiddenPageThatAnswersLateIsNoProxy()
    {
        SessionRecord record = nearBrowser();
        for (Observation &observation : record.observations) {
            if (observation.probe.method == Method::WebSocketText)
                observation.reply->received += 400ms;
        }
        QCOMPARE(judge(record).kind, VerdictKind::Proxy);
        record.tester.hiddenDuringRun = true;
        QCOMPARE(judge(record).kind, VerdictKind::Direct);
    }

    void theWayBackIsComparedWithTheWayThere_data()
    {
        QTest::addColumn<int>("ttl");
        QTest::addColumn<int>("finding");
        QTest::newRow("as long") << 59 << static_cast<int>(Finding::SameLength);
        QTest::newRow("one more") << 58 << static_cast<int>(Finding::SameLength);
        QTest::newRow("far longer") << 50 << static_cast<int>(Finding::OtherLength);
        QTest::newRow("Windows") << 123 << static_cast<int>(Finding::SameLength);
    }
    void theWayBackIsComparedWithTheWayThere()
    {
        QFETCH(int, ttl);
        QFETCH(int, finding);
        SessionRecord record = nearBrowser();
        record.tcp.ttl = static_cast<std::uint8_t>(ttl);
        QCOMPARE(static_cast<int>(found(judge(record), EvidenceName::ReturnPath)), finding);
    }

    void aLastLinkThatJittersIsNoJumpWhenItsAcknowledgementsAreQuick()
    {
        SessionRecord record = nearBrowser();
        for (Observation &observation : record.observations) {
            if (observation.reply->kind == ReplyKind::DuplicateAck)
                observation.reply->received += 40ms;
        }
        QCOMPARE(judge(record).kind, VerdictKind::Direct);
    }

    void aHostingNetworkOrAnotherCountryAloneDecidesNothing()
    {
        SessionRecord record = nearBrowser();
        record.addresses[record.tester.peer.address] = {.country = "DE", .asn = 24940, .asName = "Hetzner"};
        record.tester.timeZoneCountry = "CN";
        const Verdict verdict = judge(record);
        QCOMPARE(found(verdict, EvidenceName::HostingNetwork), Finding::Present);
        QCOMPARE(found(verdict, EvidenceName::TimeZoneCountry), Finding::OtherCountry);
        QVERIFY(verdict.kind != VerdictKind::Tunnel && verdict.kind != VerdictKind::Proxy);
    }

    void aJumpIntoAHostingNetworkIsATunnel()
    {
        SessionRecord record = nearBrowser();
        record.tcp.mss.reset();
        for (Observation &observation : record.observations) {
            if (observation.probe.method != Method::ZeroTrace || observation.probe.ttl == 6)
                observation.reply->received += 60ms;
        }
        QCOMPARE(judge(record).kind, VerdictKind::Inconclusive);
        record.addresses[record.tester.peer.address] = {.asn = 24940};
        QCOMPARE(judge(record).kind, VerdictKind::Tunnel);
    }

    void aRadioLinkWithSmallSegmentsIsNoTunnelButATunnelsOwnSizeIs()
    {
        SessionRecord record = nearBrowser();
        int turn = 0;
        for (Observation &observation : record.observations) {
            const bool tcp = observation.probe.method == Method::TcpSegment;
            if (observation.probe.method != Method::ZeroTrace || observation.probe.ttl == 6)
                observation.reply->received += 60ms + (tcp && ++turn % 3 != 0 ? 8ms : 0ms);
        }
        record.tcp.mss = 1400;
        const Verdict radio = judge(record);
        QCOMPARE(radio.kind, VerdictKind::Inconclusive);
        QCOMPARE(found(radio, EvidenceName::LastMile), Finding::Present);
        record.tcp.mss = 1380;
        const Verdict wireGuard = judge(record);
        QCOMPARE(wireGuard.kind, VerdictKind::Tunnel);
        QCOMPARE(found(wireGuard, EvidenceName::MaximumSegmentSize), Finding::TunnelSize);
    }

    void aTunnelThatHoldsThePagesAnswersBackIsNoProxy()
    {
        const Verdict verdict = judge(heldBackBehindTunnel(41ms, 1359));
        QCOMPARE(verdict.kind, VerdictKind::Tunnel);
        QCOMPARE(found(verdict, EvidenceName::ControlTextGap), Finding::HeldBack);
    }

    void controlPingsAnsweredByAnotherAreStillAProxy_data()
    {
        QTest::addColumn<int>("hold");
        QTest::addColumn<int>("mss");
        QTest::newRow("a delayed acknowledgement, but full segments") << 41 << 1460;
        QTest::newRow("small segments, but a shorter wait") << 30 << 1359;
        QTest::newRow("small segments, but a longer wait") << 80 << 1359;
    }
    void controlPingsAnsweredByAnotherAreStillAProxy()
    {
        QFETCH(int, hold);
        QFETCH(int, mss);
        const auto record =
            heldBackBehindTunnel(std::chrono::milliseconds(hold), static_cast<std::uint16_t>(mss));
        const Verdict verdict = judge(record);
        QCOMPARE(verdict.kind, VerdictKind::Proxy);
        QCOMPARE(found(verdict, EvidenceName::ControlTextGap), Finding::LayersApart);
    }

    void anEchoFromFarBeforeTheEndStandsForTheJumpThatNoTraceShows()
    {
        const Verdict tunnel = judge(answeringEcho(1380));
        QCOMPARE(tunnel.kind, VerdictKind::Tunnel);
        QCOMPARE(found(tunnel, EvidenceName::IcmpEcho), Finding::EchoNearer);
        QCOMPARE(judge(answeringEcho(1460)).kind, VerdictKind::Inconclusive); // a phone's carrier NAT, too
    }

    void anEchoThatComesLaterThanTcpIsShownWithoutAWeight()
    {
        SessionRecord late = answeringEcho(1460);
        SessionRecord none = late;
        std::erase_if(none.observations,
                      [](const Observation &o) { return o.probe.method == Method::IcmpEcho; });
        for (Observation &observation : late.observations) {
            if (observation.probe.method == Method::IcmpEcho)
                observation.reply->received += 100ms;
        }
        QCOMPARE(found(judge(late), EvidenceName::IcmpEcho), Finding::EchoFurther);
        QCOMPARE(judge(late).kind, judge(none).kind);
        QCOMPARE(judge(late).confidence, judge(none).confidence);
    }

    void anEchoCountsNothingBesideATrace()
    {
        SessionRecord record = nearBrowser();
        const double before = judge(record).confidence;
        answer(record, Method::IcmpEcho, {6ms, 6ms, 6ms});
        QCOMPARE(found(judge(record), EvidenceName::IcmpEcho), Finding::EchoNearer);
        QCOMPARE(judge(record).confidence, before);
    }

    void anotherNetworkSaysNothing()
    {
        SessionRecord record = nearBrowser();
        const double before = judge(record).confidence;
        record.addresses[record.tester.peer.address] = {.country = "DE", .asn = 3320};
        record.tester.timeZoneCountry = "DE";
        QCOMPARE(judge(record).confidence, before);
    }

    void aProxyThatNamesItselfIsBelievedWithoutAGap()
    {
        SessionRecord record = nearBrowser();
        record.tester.forwardingHeaders = true;
        QCOMPARE(judge(record).kind, VerdictKind::Proxy);
    }

    void aPageFetchedFromElsewhereIsShownWithinAFamilyOnly()
    {
        SessionRecord record = nearBrowser();
        record.tester.pageAddress = IpAddress::parse("2001:db8::1").value();
        QCOMPARE(found(judge(record), EvidenceName::PageAddress), Finding{});
        record.tester.pageAddress = record.tester.peer.address;
        QCOMPARE(found(judge(record), EvidenceName::PageAddress), Finding{});
        record.tester.pageAddress = IpAddress::parse("192.0.2.9").value();
        QCOMPARE(found(judge(record), EvidenceName::PageAddress), Finding::OtherAddress);
    }

    void theLabelKnowsTheLastHopsNetwork()
    {
        SessionRecord record = nearBrowser();
        QCOMPARE(calculatencyLabel(record), std::string("ProbablyDirect"));
        const IpAddress lastHop = IpAddress::fromV4(0x0a000005);
        record.addresses = {{record.tester.peer.address, {.asn = 3320}}, {lastHop, {.asn = 3320}}};
        QCOMPARE(calculatencyLabel(record), std::string("Ws0TNetwork"));
        record.addresses[lastHop].asn = 1299;
        QCOMPARE(calculatencyLabel(record), std::string("ProbablyDirect"));
    }
};

QTEST_APPLESS_MAIN(TestJudge)
#include "tst_judge.moc"
