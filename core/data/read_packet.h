// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/octets.h"

#include <cstdint>
#include <optional>

namespace parallax {

/// A packet as its receiver reads it: by its bytes, whatever it was made as.
struct ReadPacket {
    bool isV4 = true;
    std::uint8_t protocol = 0; // of what it carries
    Octets options{}; // IPv4
    Octets carried{}; // from the transport's header on
    bool chooses = false; // IPv6: has a routing header
    bool isFragment = false;

    /// The byte at that place of what it carries, if it is of this protocol and so long.
    std::optional<std::uint8_t> byteOf(std::uint8_t wanted, std::size_t at) const;
};

/// `isV4`: as it is sent, since the version's field may lie.
ReadPacket readPacket(Octets packet, bool isV4);

} // namespace parallax
