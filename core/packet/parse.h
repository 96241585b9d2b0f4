// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/segment.h"

#include <optional>
#include <span>

namespace parallax {

/// Reads a captured IPv4 or IPv6 packet, possibly cut short by the snapshot length.
/// `localPort` tells which side of a TCP segment is ours: on loopback the capture cannot.
/// Three outcomes: something for us, traffic that is not (`nullopt`), damaged bytes (an error).
Result<std::optional<Sighting>> parsePacket(std::span<const std::uint8_t> packet, std::uint16_t localPort,
                                            Timestamp captured);

/// The same for a packet from a raw IPv6 socket, which keeps the IP header to itself.
struct BareV6 {
    IpAddress from{};
    IpAddress to{};
    std::uint8_t hopLimit = 0;
};
Result<std::optional<Sighting>> parseBareV6(std::uint8_t protocol, std::span<const std::uint8_t> payload,
                                            const BareV6 &header, std::uint16_t localPort,
                                            Timestamp captured);

} // namespace parallax
