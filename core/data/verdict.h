// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parallax {

/// What lies between this machine and the tester's browser.
enum class VerdictKind : std::uint8_t {
    Inconclusive,
    Direct, // nothing that ends or carries the connection elsewhere
    Proxy, // something on the way ends the TCP connection
    Tunnel, // something carries the packets onward (VPN)
};

/// What was measured. Stable names for exports in names.h, sentences in core/text.
enum class EvidenceName : std::uint8_t {
    WebSocketTcpGap, // pong − acknowledgement of the same ping
    WebSocketEndpointGap, // WebSocket minimum − minimum of the TCP endpoint's own answers
    ControlTextGap, // text ping − control ping
    EndpointLastHop, // endpoint − the hop before it
    MaximumSegmentSize, // announced in the tester's SYN
    PathReach, // how far the trace came
    Handshake, // SYN-ACK → ACK against the later minimum
    BehindReverseProxy, // a front at this end forwards the connection
    SameMachine, // the tester's address is one of our own
    StackUserAgent, // the system that sent the SYN against the one that the browser names
    ReturnPath, // routers passed by the tester's packets against those on the way there
    HiddenPage, // the page was not in view while it was measured
    HostingNetwork, // the tester's address is a hosting company's
    TimeZoneCountry, // the country of the browser's time zone against the address's
    PageAddress, // the page was fetched from another address than the WebSocket
    ForwardingHeaders, // somebody on the tester's side added them
    IcmpEcho, // the endpoint − the ICMP echo of the host that has the tester's address
    LastMile, // the endpoint's round trips vary as a radio link's do
    WebSocketLastHop, // WebSocket minimum − minimum of the furthest hop that answered: the classic rule's
};

/// What the measurement came to: with the name it selects one sentence in core/text.
enum class Finding : std::uint8_t {
    LayersAgree,
    LayersApart,
    TooNoisy,
    SteadyPath,
    JumpBehindExit, // a large step behind the first hop that shows the tester's own address
    JumpAtEnd, // a large step at the end, without such a hop
    FullSize,
    SmallerThanEthernet,
    TunnelSize, // exactly what a common tunnel leaves
    AccessSize, // exactly what an access line's own encapsulation leaves
    ReachedEndpoint,
    StoppedShort,
    NoHopAnswered,
    NotTraced,
    Present,
    SystemsAgree,
    SystemsDiffer,
    SameLength, // as many routers there as back
    OtherLength,
    SameCountry,
    OtherCountry,
    OtherAddress,
    HeldBack, // by a tunnel's TCP, until a delayed acknowledgement
    EchoAgrees,
    EchoNearer,
    EchoFurther,
};

enum class Unit : std::uint8_t { None, Millisecond, Byte, HopCount };

/// Where the true value lies with 95 % probability, in the evidence's unit.
struct Interval {
    double low = 0.0;
    double high = 0.0;

    bool operator==(const Interval &) const = default;
};

/// One measured fact, for or against.
struct Evidence {
    EvidenceName name{};
    Finding finding{};
    std::optional<double> value{}; // in `unit`
    std::optional<Interval> interval{}; // of `value`
    std::optional<double> reference{}; // what it was compared with, same unit
    Unit unit = Unit::None;
    VerdictKind favours = VerdictKind::Inconclusive;
    double weight = 0.0; // log-likelihood ratio (natural) for `favours` against its best rival

    bool operator==(const Evidence &) const = default;
};

/// A measurement that would turn an inconclusive verdict into another.
enum class Remedy : std::uint8_t {
    MorePings,
    QuieterLink,
    RunWithPrivileges,
    AnotherNetwork,
    TrustedProxyOption,
    OpenFromElsewhere,
};

struct Verdict {
    VerdictKind kind = VerdictKind::Inconclusive;
    double confidence = 0.0; // 0 … 1, that `kind` is right
    std::optional<Duration>
        detour{}; // RTT between what answers for TCP (or the tunnel's exit) and the browser
    std::vector<Evidence> evidence{};
    std::vector<EvidenceName> decidedBy{}; // names in `evidence`, the strongest first
    std::vector<Remedy> wouldSettle{};

    bool operator==(const Verdict &) const = default;
};

/// One way of RTT covers this much fibre, there and back: 1 ms is about 100 km (light at 2/3 c).
double fibreKilometres(Duration rtt);

/// The rule of the original program, reported beside ours: WebSocket minimum − trace minimum > threshold.
struct Classic {
    std::optional<Duration> webSocketMin{};
    int webSocketSamples = 0;
    std::optional<Duration> traceRtt{}; // minimum at the furthest hop that answered by ICMP
    std::optional<std::string> traceHop{};
    bool traceSuccess = false;
    Duration threshold{};
    std::optional<bool> proxyDetected{};

    bool operator==(const Classic &) const = default;
};

} // namespace parallax
