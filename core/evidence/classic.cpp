// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/classic.h"

#include "core/data/summary.h"

#include <chrono>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr Duration close = 30ms; // the script's E
constexpr std::uint16_t ethernetMss = 1460;

bool isClose(Duration a, std::optional<Duration> b)
{
    return b && std::chrono::abs(a - *b) < close;
}

bool sameNetwork(const SessionRecord &record, const IpAddress &hop)
{
    const auto theirs = factsOf(record, record.tester.peer.address).asn;
    return theirs && factsOf(record, hop).asn == theirs;
}

} // namespace

Classic classicRule(const SessionRecord &record, Duration threshold)
{
    const RttSummary webSocket = layerRtt(record, Method::WebSocketText);
    const Path path = pathOf(record);
    Classic classic{
        .webSocketMin = webSocket.min, .webSocketSamples = webSocket.count, .threshold = threshold};
    if (const Hop *last = path.lastHop()) {
        classic.traceRtt = last->rtt.min;
        classic.traceHop = last->address->toString();
        classic.traceSuccess = true;
    }
    if (classic.webSocketMin && classic.traceRtt)
        classic.proxyDetected = *classic.webSocketMin - *classic.traceRtt > threshold;
    return classic;
}

std::string calculatencyLabel(const SessionRecord &record)
{
    const auto webSocket = layerRtt(record, Method::WebSocketText).min;
    const auto icmp = layerRtt(record, Method::IcmpEcho).min;
    const auto tcp =
        record.tcp.handshakeRtt ? record.tcp.handshakeRtt : layerRtt(record, Method::TcpSegment).min;
    const Path path = pathOf(record);
    const Hop *last = path.lastHop();
    if (!webSocket || !tcp)
        return "InsufficientDataforVPN";
    if (std::chrono::abs(*webSocket - *tcp) < close || *tcp > *webSocket) {
        if (icmp)
            return "WsICMP";
        if (last && last->address == record.tester.peer.address)
            return "Ws0TClient";
        if (last && sameNetwork(record, *last->address))
            return "Ws0TNetwork";
        if (record.tcp.mss && *record.tcp.mss < ethernetMss)
            return "BestEffortWs0T";
        return last ? "ProbablyDirect" : "InsufficientDataforVPN";
    }
    if (isClose(*tcp, icmp))
        return "E2EWsTCPICMP";
    if (last && isClose(*tcp, last->rtt.min))
        return "E2EWsTCP0T";
    if (icmp)
        return "E2EWsICMP";
    return last && sameNetwork(record, *last->address) ? "E2EWs0TNetwork" : "E2EBestEffortWsTCP";
}

} // namespace parallax
