// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/packet/craft.h"

namespace parallax {

/// A traceroute or ping probe. What load balancers look at (addresses, ports, ICMP checksum) depends on
/// `flow` only, so that the probes of one flow take one path (Augustin et al., Paris traceroute, IMC 2006).
struct TracePacket {
    Method method = Method::IcmpEcho; // or UdpDatagram, TcpSyn
    SocketAddress source{}; // ICMP: the port is the identifier
    SocketAddress target{};
    std::uint8_t ttl = 64;
    std::uint8_t trafficClass = 0; // DSCP and ECN
    std::uint32_t token = 0; // names the probe in every answer: ICMP sequence, IP ID, TCP sequence
    std::uint16_t length = 0; // of the IP packet; 0: the smallest
};

/// The whole IP packet, checksums included; IPv4 with DF set. The token's low 16 bits must not be 0.
Bytes craftTracePacket(const TracePacket &packet);

/// Of the smallest IP packet that still names its probe: what craftTracePacket() makes of a length below.
std::uint16_t leastLength(Method method, const SocketAddress &target);

/// The transport's checksum as sent: where a quote has another one, a NAT has changed it.
std::uint16_t transportChecksum(const Bytes &packet);

} // namespace parallax
