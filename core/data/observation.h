// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/base/time.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parallax {

enum class ProbeId : std::uint64_t {};

enum class Method : std::uint8_t {
    WebSocketText, // a text message that the page must answer
    WebSocketControl, // an RFC 6455 ping frame, answered by the WebSocket library or by an intermediary
    TcpSegment, // the segment that carried a ping; has the ping's ProbeId, so the two can be paired
    ZeroTrace, // one byte of acknowledged data inside the live connection, with a small TTL
    IcmpEcho,
    UdpDatagram,
    TcpSyn, // a connection that is never completed
};

/// One question put to the network.
struct Probe {
    ProbeId id{};
    Method method = Method::WebSocketText;
    std::uint8_t ttl = 64;
    std::uint8_t dscp = 0;
    std::uint8_t ecn = 0;
    std::uint8_t flow = 0; // which 5-tuple: load balancers keep one flow on one path
    std::uint16_t length = 0; // of the IP packet in bytes; 0: the method's own
    Timestamp sent{};

    bool operator==(const Probe &) const = default;
};

enum class ReplyKind : std::uint8_t {
    Pong,
    Acknowledgement,
    TimeExceeded, // ICMP 11/0, ICMPv6 3/0
    Unreachable, // ICMP 3/x, ICMPv6 1/x
    EchoReply,
    DuplicateAck, // the endpoint's own answer, named by its D-SACK block (RFC 2883)
    DuplicateAckInOrder, // the same without a D-SACK block: matched by order only
    UdpAnswer,
    SynAck,
    Reset,
};

/// One entry of an MPLS label stack (RFC 3032), as a router quotes it (RFC 4950).
struct MplsLabel {
    std::uint32_t label = 0;
    std::uint8_t trafficClass = 0;
    std::uint8_t ttl = 0;
    bool bottomOfStack = false;

    bool operator==(const MplsLabel &) const = default;
};

/// Of one answer; whatever a router adds beyond is left out. Real stacks have two or three.
constexpr std::size_t mostMplsLabels = 16;

/// The probe as the answering router saw it: what ICMP errors quote.
struct Quote {
    std::uint8_t ttl = 0;
    std::uint8_t dscp = 0;
    std::uint8_t ecn = 0;
    std::optional<bool> translated{}; // its checksum is not the one sent: a NAT stands before this hop
    std::vector<MplsLabel> mpls{};

    bool operator==(const Quote &) const = default;
};

/// One answer, already paired with the probe it answers.
struct Reply {
    ProbeId id{};
    ReplyKind kind = ReplyKind::Pong;
    IpAddress from{};
    Timestamp received{};
    std::optional<Timestamp> probeSent{}; // the kernel's stamp of the probe, better than Probe::sent
    std::optional<Quote> quote{}; // ICMP errors only
    std::uint8_t icmpType = 0; // this and the next two: ICMP and ICMPv6 only
    std::uint8_t icmpCode = 0;
    std::uint16_t mtu = 0; // of the link that a packet was too large for (RFC 1191, RFC 8201)
    std::uint8_t ttl = 0; // of the reply as received; 0: not known
    std::optional<Duration>
        hostDelay{}; // from the packet's making to probeSent: this machine's, and no part of the RTT

    bool operator==(const Reply &) const = default;
};

/// A probe and what became of it. No reply means the probe was lost.
struct Observation {
    Probe probe{};
    std::optional<Reply> reply{};

    std::optional<Duration> rtt() const;
    bool isEndpoint() const; // answered by the host where the TCP connection ends
    bool isHop() const; // answered by a router on the way
    bool operator==(const Observation &) const = default;
};

} // namespace parallax
