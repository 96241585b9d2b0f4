// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"

namespace parallax::fixtures {

using namespace std::chrono_literals;

/// Fills a record's observations, each a known time after the start.
class Run
{
public:
    explicit Run(SessionRecord &record)
        : m_record(record)
    {
    }

    Observation &add(Probe probe, Duration after)
    {
        probe.sent = m_record.started + after;
        m_record.observations.push_back({.probe = probe});
        return m_record.observations.back();
    }

    void answer(const Probe &probe, Duration after, ReplyKind kind, Duration rtt, const char *from = nullptr)
    {
        Observation &observation = add(probe, after);
        observation.reply = Reply{.id = probe.id, .kind = kind, .received = observation.probe.sent + rtt};
        if (from)
            observation.reply->from = IpAddress::parse(from).value();
    }

    /// A text ping with the acknowledgement of its segment.
    void ping(std::uint64_t id, Duration after, Duration tcp, Duration webSocket)
    {
        answer({.id = ProbeId{id}}, after, ReplyKind::Pong, webSocket);
        answer({.id = ProbeId{id}, .method = Method::TcpSegment}, after, ReplyKind::Acknowledgement, tcp);
    }

    void hop(std::uint64_t id, std::uint8_t ttl, Duration rtt, const char *from)
    {
        answer({.id = ProbeId{id}, .method = Method::ZeroTrace, .ttl = ttl}, 400ms, ReplyKind::TimeExceeded,
               rtt, from);
        m_record.observations.back().reply->quote = Quote{.ttl = 1, .dscp = 0};
    }

private:
    SessionRecord &m_record;
};

/// A proxy 6 ms away, the browser 41 ms behind it.
inline SessionRecord proxied()
{
    SessionRecord record;
    record.id = "5f0c2a52-7f6e-4a3c-9d0e-0d6a4c1b2a3f";
    record.started = Timestamp{1'769'860'800'123ms}; // 2026-01-31T12:00:00.123Z
    record.duration = 1480ms;
    record.complete = true;
    record.end = SessionEnd::Finished;
    record.stored = true;
    record.timestamps = TimestampSource::Kernel;
    record.progress = 1.0;
    record.tester = {.name = "Anna",
                     .peer = {IpAddress::parse("198.51.100.4").value(), 50112},
                     .userAgent = "Mozilla/5.0 (X11; Linux x86_64)",
                     .language = "de",
                     .timeZone = "Europe/Berlin"};
    record.tcp = {.handshakeRtt = 6500us,
                  .minRtt = 6400us,
                  .mss = 1460,
                  .windowScale = 7,
                  .sackPermitted = true,
                  .timestamps = true,
                  .ttl = 61,
                  .optionOrder = "M,S,T,N,W"};
    Run run(record);
    run.ping(1, 1ms, 6400us, 47500us);
    run.ping(2, 101ms, 6500us, 47700us);
    run.add({.id = ProbeId{3}}, 201ms);
    run.answer({.id = ProbeId{4}, .method = Method::WebSocketControl}, 301ms, ReplyKind::Pong, 47600us);
    run.hop(5, 1, 123456ns, "192.0.2.1");
    run.hop(6, 2, 4500us, "192.0.2.2");
    run.add({.id = ProbeId{7}, .method = Method::ZeroTrace, .ttl = 3}, 400ms);
    run.answer({.id = ProbeId{8}, .method = Method::ZeroTrace, .ttl = 4}, 401ms, ReplyKind::DuplicateAck,
               6450us, "198.51.100.4");
    record.observations[7].reply->quote->mpls = {{.label = 16001, .ttl = 1, .bottomOfStack = true}};
    record.traceEnd = TraceEnd::Endpoint;
    record.verdict = {.kind = VerdictKind::Proxy,
                      .confidence = 0.97,
                      .detour = 41150us,
                      .evidence = {{.name = EvidenceName::WebSocketTcpGap,
                                    .finding = Finding::LayersApart,
                                    .value = 41.15,
                                    .unit = Unit::Millisecond,
                                    .favours = VerdictKind::Proxy,
                                    .weight = 5.2},
                                   {.name = EvidenceName::MaximumSegmentSize,
                                    .finding = Finding::FullSize,
                                    .value = 1460,
                                    .reference = 1460,
                                    .unit = Unit::Byte,
                                    .favours = VerdictKind::Direct,
                                    .weight = 0.3}},
                      .decidedBy = {EvidenceName::WebSocketTcpGap}};
    record.classic = {.webSocketMin = 47500us,
                      .webSocketSamples = 2,
                      .traceRtt = 4500us,
                      .traceHop = "192.0.2.2",
                      .traceSuccess = true,
                      .threshold = 50ms,
                      .proxyDetected = false};
    record.calculatencyLabel = "E2EWsTCP0T";
    return record;
}

/// Hardly anything known, and every text hostile.
inline SessionRecord hostile()
{
    SessionRecord record;
    record.id = "00000000-0000-4000-8000-000000000000";
    record.started = Timestamp{1'769'860'801'000ms};
    record.duration = 20ms;
    record.end = SessionEnd::TesterLeft;
    record.progress = 1.0;
    record.tester = {.name = "=HYPERLINK(\"http://example.org\",\"x\")",
                     .peer = {IpAddress::parse("2001:db8::7").value(), 65535},
                     .userAgent = "@SUM(1),\r\n\"quoted\"\t\x1b[31mred\xff"};
    record.verdict.wouldSettle = {Remedy::MorePings, Remedy::RunWithPrivileges};
    record.verdict.evidence = {{.name = EvidenceName::PathReach, .finding = Finding::NotTraced}};
    record.classic.threshold = 50ms;
    return record;
}

} // namespace parallax::fixtures
