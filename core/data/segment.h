// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/observation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace parallax {

enum class Direction : std::uint8_t { Incoming, Outgoing };

/// Flags of the TCP header (RFC 9293, 3.1).
namespace tcp_flag {
constexpr std::uint8_t fin = 0x01;
constexpr std::uint8_t syn = 0x02;
constexpr std::uint8_t rst = 0x04;
constexpr std::uint8_t ack = 0x10;
} // namespace tcp_flag

/// The timestamps option (RFC 7323).
struct TcpTimestamps {
    std::uint32_t value = 0;
    std::uint32_t echo = 0;

    bool operator==(const TcpTimestamps &) const = default;
};

/// [left, right) in sequence numbers (RFC 2018).
struct SackBlock {
    std::uint32_t left = 0;
    std::uint32_t right = 0;

    bool operator==(const SackBlock &) const = default;
};

/// One captured TCP segment of a connection to this machine.
struct Segment {
    Flow flow{};
    Direction direction = Direction::Incoming;
    Timestamp captured{};
    std::uint8_t ttl = 0; // IPv6: hop limit
    std::uint32_t flowLabel = 0; // IPv6 only; routers may choose the path by it
    std::uint32_t sequence = 0;
    std::uint32_t acknowledged = 0;
    std::uint16_t window = 0;
    std::uint8_t flags = 0;
    std::uint32_t payloadLength = 0; // as on the wire
    std::vector<std::uint8_t> payload{}; // outgoing only, as far as captured
    std::optional<TcpTimestamps> timestamps{};
    std::vector<SackBlock> sack{};
    std::optional<std::uint16_t> mss{}; // this and the rest: SYN and SYN-ACK only
    std::optional<std::uint8_t> windowScale{};
    bool sackPermitted = false;
    std::string optionOrder{}; // "M,S,T,N,W"

    bool has(std::uint8_t flag) const { return (flags & flag) != 0; }
    bool operator==(const Segment &) const = default;
};

/// Protocol numbers of the IP header.
namespace ip_protocol {
constexpr std::uint8_t icmp = 1;
constexpr std::uint8_t tcp = 6;
constexpr std::uint8_t udp = 17;
constexpr std::uint8_t icmpV6 = 58;
constexpr std::uint8_t none = 59; // nothing follows
} // namespace ip_protocol

/// A router's ICMP error that quotes a packet of ours.
struct IcmpError {
    ReplyKind kind = ReplyKind::TimeExceeded; // or Unreachable
    IpAddress from{};
    Timestamp captured{};
    std::uint8_t type = 0;
    std::uint8_t code = 0;
    std::uint8_t ttl = 0; // of the error as received
    std::uint16_t mtu = 0; // "fragmentation needed" and "packet too big" only
    std::uint8_t quotedProtocol = ip_protocol::tcp;
    Flow quotedFlow{}; // a NAT may have left its own address in it; ICMP echo: identifier and sequence for
                       // ports
    std::uint32_t quotedSequence = 0; // TCP; UDP: the first four bytes of its data, where they are quoted
    std::uint16_t quotedChecksum = 0; // UDP and ICMP
    std::uint16_t quotedIpId = 0; // IPv4 only
    Quote quote{};

    bool operator==(const IcmpError &) const = default;
};

struct EchoAnswer {
    IpAddress from{};
    Timestamp captured{};
    std::uint16_t identifier = 0;
    std::uint16_t sequence = 0;
    std::uint8_t ttl = 0; // as received

    bool operator==(const EchoAnswer &) const = default;
};

/// What the capture saw that may matter to somebody.
using Sighting = std::variant<Segment, IcmpError, EchoAnswer>;

} // namespace parallax
