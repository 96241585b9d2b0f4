// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/base/octets.h"

#include <optional>

namespace parallax {

/// What an IP header says, whatever its version, and what follows it and its extensions.
struct IpPacket {
    IpAddress source{};
    IpAddress destination{};
    std::uint8_t protocol = 0; // of `carried`; ip_protocol::none of a fragment that is not the first
    std::uint8_t ttl = 0; // IPv6: hop limit
    std::uint32_t flowLabel = 0; // IPv6
    std::uint32_t carriedLength = 0; // bytes, as on the wire
    Octets carried{}; // as far as captured; into the bytes that were read
};

/// Reads IPv4 (RFC 791) or IPv6 (RFC 8200). Nothing where it is neither, or its header is cut short or
/// contradicts itself. Checksums are not looked at.
std::optional<IpPacket> readIpPacket(Octets packet);

} // namespace parallax
