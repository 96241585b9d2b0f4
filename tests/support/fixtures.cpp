// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fixtures.h"

#include "tests/support/record_street.h"

namespace parallax::fixtures {

using namespace std::chrono_literals;

namespace {

const char *const chromeOnAndroid =
    "Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/119.0.0.0 Mobile Safari/537.36";
const char *const firefoxOnWindows =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:120.0) Gecko/20100101 Firefox/120.0";

const char *const nat = "198.51.100.4";

SessionRecord begun(int number, const char *name, const char *address, const char *userAgent)
{
    SessionRecord record;
    record.id = "00000000-0000-4000-8000-00000000000" + std::to_string(number);
    // 2026-01-31 12:00:00 UTC
    record.started = Timestamp(1'769'860'800s) + number * 12min;
    record.duration = 1480ms;
    record.complete = true;
    record.end = SessionEnd::Finished;
    record.stored = true;
    record.timestamps = TimestampSource::Kernel;
    record.progress = 1.0;
    record.tester = {.name = name,
                     .peer = {IpAddress::parse(address).value(), 50112},
                     .userAgent = userAgent,
                     .language = "en-GB",
                     .timeZone = "Europe/Berlin"};
    record.tcp = {.handshakeRtt = fromMilliseconds(42.9),
                  .minRtt = fromMilliseconds(42.7),
                  .mss = 1460,
                  .windowScale = 7,
                  .sackPermitted = true,
                  .timestamps = true,
                  .ttl = 59,
                  .optionOrder = "M,S,T,N,W"};
    return record;
}

Evidence found(EvidenceName name, Finding finding, VerdictKind favours, double weight)
{
    return {.name = name, .finding = finding, .favours = favours, .weight = weight};
}

Evidence found(EvidenceName name, Finding finding, double value, VerdictKind favours, double weight)
{
    Evidence evidence = found(name, finding, favours, weight);
    evidence.value = value;
    evidence.unit = name == EvidenceName::MaximumSegmentSize ? Unit::Byte
        : name == EvidenceName::PathReach                    ? Unit::HopCount
                                                             : Unit::Millisecond;
    if (name == EvidenceName::MaximumSegmentSize)
        evidence.reference = 1460;
    return evidence;
}

Evidence handshake(double took, double later)
{
    Evidence evidence =
        found(EvidenceName::Handshake, Finding::LayersAgree, took, VerdictKind::Inconclusive, 0.0);
    evidence.reference = later;
    return evidence;
}

Classic classic(double webSocket, double trace, const char *hop, bool proxy)
{
    return {.webSocketMin = fromMilliseconds(webSocket),
            .webSocketSamples = 10,
            .traceRtt = fromMilliseconds(trace),
            .traceHop = hop,
            .traceSuccess = true,
            .threshold = 50ms,
            .proxyDetected = proxy};
}

Street homeStreet(SessionRecord record)
{
    Street street(std::move(record));
    street.hop(1, "192.0.2.1", 0.1).hop(2, "203.0.113.9", 4.5).hop(3, "203.0.113.33", 20.6);
    street.hop(4, "203.0.113.65", 30.7).hop(5, nat, 40.8, 10);
    return street;
}

Verdict directVerdict()
{
    return {.kind = VerdictKind::Direct,
            .confidence = 0.98,
            .detour = fromMilliseconds(0.4),
            .evidence =
                {found(EvidenceName::WebSocketTcpGap, Finding::LayersAgree, 0.3, VerdictKind::Direct, 4.1),
                 found(EvidenceName::EndpointLastHop, Finding::SteadyPath, 1.8, VerdictKind::Direct, 2.1),
                 found(EvidenceName::MaximumSegmentSize, Finding::FullSize, 1460, VerdictKind::Direct, 0.7),
                 found(EvidenceName::PathReach, Finding::ReachedEndpoint, 6, VerdictKind::Direct, 0.4)},
            .decidedBy = {EvidenceName::WebSocketTcpGap, EvidenceName::EndpointLastHop}};
}

} // namespace

SessionRecord direct()
{
    SessionRecord record = homeStreet(begun(1, "Anna", nat, chromeOnAndroid))
                               .endpoint(6, nat, 42.6)
                               .pings(10, 42.8, 43.1, 1.8)
                               .done();
    record.verdict = directVerdict();
    record.classic = classic(43.1, 40.8, nat, false);
    record.calculatencyLabel = "Ws0TClient";
    return record;
}

SessionRecord proxy()
{
    SessionRecord record = begun(2, "Ben", "203.0.113.20", firefoxOnWindows);
    record.tcp.handshakeRtt = fromMilliseconds(6.6);
    record.tcp.minRtt = fromMilliseconds(6.4);
    Street street(std::move(record));
    street.hop(1, "192.0.2.1", 0.1).hop(2, "203.0.113.9", 4.5, 10).endpoint(3, "203.0.113.20", 6.4);
    record = street.pings(10, 6.5, 47.5, 2.6).done();
    record.verdict = {
        .kind = VerdictKind::Proxy,
        .confidence = 0.97,
        .detour = fromMilliseconds(41.1),
        .evidence = {found(EvidenceName::WebSocketTcpGap, Finding::LayersApart, 41.1, VerdictKind::Proxy,
                           6.2),
                     found(EvidenceName::EndpointLastHop, Finding::SteadyPath, 1.9, VerdictKind::Direct, 0.6),
                     found(EvidenceName::MaximumSegmentSize, Finding::FullSize, 1460,
                           VerdictKind::Inconclusive, 0.0),
                     handshake(6.6, 6.4)},
        .decidedBy = {EvidenceName::WebSocketTcpGap}};
    record.classic = classic(47.5, 4.5, "203.0.113.9", false);
    record.calculatencyLabel = "E2EWsTCP0T";
    return record;
}

SessionRecord tunnel()
{
    SessionRecord record = begun(3, "", "203.0.113.77", firefoxOnWindows);
    record.tcp.handshakeRtt = fromMilliseconds(47.6);
    record.tcp.minRtt = fromMilliseconds(47.4);
    record.tcp.mss = 1359;
    Street street(std::move(record));
    street.hop(1, "192.0.2.1", 0.1).hop(2, "203.0.113.9", 4.5).hop(3, "203.0.113.77", 6.8, 10);
    record = street.endpoint(4, "203.0.113.77", 47.4).pings(10, 47.6, 47.9, 1.5).done();
    record.verdict = {.kind = VerdictKind::Tunnel,
                      .confidence = 0.94,
                      .detour = fromMilliseconds(40.6),
                      .evidence = {found(EvidenceName::EndpointLastHop, Finding::JumpBehindExit, 40.6,
                                         VerdictKind::Tunnel, 3.4),
                                   found(EvidenceName::MaximumSegmentSize, Finding::SmallerThanEthernet, 1359,
                                         VerdictKind::Tunnel, 2.2),
                                   found(EvidenceName::WebSocketTcpGap, Finding::LayersAgree, 0.3,
                                         VerdictKind::Direct, 1.1)},
                      .decidedBy = {EvidenceName::EndpointLastHop, EvidenceName::MaximumSegmentSize}};
    record.classic = classic(47.9, 6.8, "203.0.113.77", false);
    record.calculatencyLabel = "BestEffortWs0T";
    return record;
}

SessionRecord inconclusive()
{
    SessionRecord record = begun(4, "Cafe Wi-Fi", "198.51.100.90", chromeOnAndroid);
    Street street(std::move(record));
    street.hop(1, "192.0.2.1", 0.2).silent(2).silent(3).silent(4).hop(5, "203.0.113.130", 18.0);
    record = street.pings(10, 58.0, 66.0, 60.0).lostPing().done();
    record.traceEnd = TraceEnd::Silent;
    record.verdict = {.kind = VerdictKind::Inconclusive,
                      .confidence = 0.55,
                      .evidence = {found(EvidenceName::WebSocketEndpointGap, Finding::TooNoisy, 14.0,
                                         VerdictKind::Inconclusive, 0.0),
                                   found(EvidenceName::PathReach, Finding::StoppedShort, 5,
                                         VerdictKind::Inconclusive, 0.0)},
                      .wouldSettle = {Remedy::MorePings, Remedy::QuieterLink}};
    record.classic = classic(66.0, 18.0, "203.0.113.130", false);
    return record;
}

SessionRecord running()
{
    SessionRecord record = begun(5, "Dora", nat, chromeOnAndroid);
    record.end = SessionEnd::Running;
    record.complete = false;
    record.stored = false;
    record.progress = 0.4;
    record.duration = 0ms;
    record = homeStreet(std::move(record)).pings(4, 42.8, 43.1, 1.8).done();
    record.verdict = {.kind = VerdictKind::Direct,
                      .confidence = 0.81,
                      .evidence = {found(EvidenceName::WebSocketTcpGap, Finding::LayersAgree, 0.3,
                                         VerdictKind::Direct, 1.6)},
                      .decidedBy = {EvidenceName::WebSocketTcpGap}};
    return record;
}

SessionRecord incomplete()
{
    SessionRecord record =
        homeStreet(begun(6, "Emil", nat, firefoxOnWindows)).pings(3, 42.8, 43.1, 1.8).done();
    record.end = SessionEnd::TesterLeft;
    record.complete = false;
    record.progress = 0.3;
    record.traceEnd = TraceEnd::Closed;
    record.tester.hiddenDuringRun = true;
    record.verdict = {.kind = VerdictKind::Inconclusive,
                      .confidence = 0.6,
                      .evidence = {found(EvidenceName::PathReach, Finding::StoppedShort, 5,
                                         VerdictKind::Inconclusive, 0.0)},
                      .wouldSettle = {Remedy::MorePings}};
    return record;
}

SessionRecord unprivileged()
{
    SessionRecord record = begun(7, "Fritz", "198.51.100.30", chromeOnAndroid);
    record.timestamps = TimestampSource::Application;
    record.tcp = {.minRtt = fromMilliseconds(42.7)};
    record = Street(std::move(record)).pings(10, 0.0, 43.6, 2.2).done();
    record.verdict = {
        .kind = VerdictKind::Direct,
        .confidence = 0.72,
        .evidence = {found(EvidenceName::WebSocketTcpGap, Finding::LayersAgree, 0.9, VerdictKind::Direct,
                           1.2),
                     found(EvidenceName::PathReach, Finding::NotTraced, VerdictKind::Inconclusive, 0.0)},
        .wouldSettle = {Remedy::RunWithPrivileges}};
    return record;
}

SessionRecord hostile()
{
    SessionRecord record = direct();
    record.id = "00000000-0000-4000-8000-000000000008";
    record.started = Timestamp(1'769'860'800s) + 8 * 12min;
    record.tester.name =
        "<b>=cmd|'/c calc'!A0</b><img src=x>\n\t\"quoted\", and a very long name that goes on and on";
    record.tester.userAgent = "<script>alert(1)</script>\r\n@SUM(1+1)*cmd" + std::string(200, 'A');
    record.tester.language = "<i>en</i>";
    record.tester.timeZone = "../../etc/passwd";
    record.calculatencyLabel = "&lt;label&gt;";
    return record;
}

SessionRecord longPath()
{
    SessionRecord record = begun(9, "", "2001:db8:85a3:8d3:1319:8a2e:370:7348", chromeOnAndroid);
    record.tester.secure = true;
    Street street(std::move(record));
    for (int ttl = 1; ttl <= 16; ++ttl) {
        const std::string address = "2001:db8:0:" + std::to_string(ttl) + "::1";
        if (ttl >= 7 && ttl <= 10)
            street.silent(ttl);
        else
            street.hop(ttl, address.c_str(), 1.0 + ttl * ttl * 0.98);
    }
    record = street.endpoint(17, "2001:db8:85a3:8d3:1319:8a2e:370:7348", 262.0)
                 .pings(10, 262.4, 262.8, 6.0)
                 .done();
    record.verdict = directVerdict();
    record.classic = classic(262.8, 251.0, "2001:db8:0:16::1", false);
    return record;
}

std::vector<SessionRecord> all()
{
    return {direct(),     proxy(),        tunnel(),  inconclusive(), running(),
            incomplete(), unprivileged(), hostile(), longPath()};
}

std::vector<Update> updatesOf(SessionId session, const SessionRecord &record)
{
    SessionRecord opening = record;
    opening.observations.clear();
    opening.verdict = {};
    opening.classic = {};
    opening.end = SessionEnd::Running;
    opening.progress = 0.0;
    std::vector<Update> updates;
    updates.emplace_back(SessionOpened{session, std::move(opening)});
    updates.emplace_back(Observed{session, record.observations});
    updates.emplace_back(
        Judged{session, record.verdict, record.classic, record.calculatencyLabel, record.progress});
    if (record.end != SessionEnd::Running)
        updates.emplace_back(SessionClosed{.session = session,
                                           .end = record.end,
                                           .duration = record.duration,
                                           .complete = record.complete,
                                           .stored = record.stored,
                                           .traceEnd = record.traceEnd,
                                           .captureDrops = record.captureDrops});
    return updates;
}

} // namespace parallax::fixtures
