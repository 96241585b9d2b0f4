// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/segment.h"

#include <cstdint>
#include <vector>

namespace parallax {

using Bytes = std::vector<std::uint8_t>;

/// A 0trace probe: one byte that the tester has acknowledged already, sent again with a small TTL (facts: the
/// receiver throws it away and answers with a D-SACK block; routers on the way answer with ICMP).
struct ProbeSegment {
    Flow flow{};
    std::uint8_t ttl = 0;
    std::uint8_t dscp = 0;
    std::uint16_t ipId = 0; // IPv4; never 0, or the kernel chooses one
    std::uint32_t flowLabel = 0; // IPv6: the connection's own, to stay on its path
    std::uint32_t sequence = 0;
    std::uint32_t acknowledged = 0;
    std::uint16_t window = 0;
    std::uint8_t byte = 0; // the byte really sent there
    std::optional<TcpTimestamps> timestamps{}; // the connection's, or PAWS drops the probe
};

/// The whole IP packet, checksums included, for a raw socket.
Result<Bytes> craftProbe(const ProbeSegment &probe);

/// An ICMP or ICMPv6 echo request.
Result<Bytes> craftEcho(const IpAddress &source, const IpAddress &target, std::uint16_t identifier,
                        std::uint16_t sequence);

} // namespace parallax
