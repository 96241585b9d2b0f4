// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/octets.h"

#include <cstdint>
#include <optional>

namespace parallax {

/// One extension header of IPv6 (RFC 8200, 4; RFC 4302, 2).
struct ExtensionHeader {
    std::uint8_t next = 0; // protocol of what follows it
    std::size_t length = 0; // in bytes, as it says; there may be fewer
    std::uint16_t fragmentOffset = 0; // in bytes; where it is not 0, no transport's header follows

    static constexpr std::uint8_t routing = 43; // kinds, as the header before names them
    static constexpr std::uint8_t fragment = 44;
};

/// Whether a header of this kind stands between IPv6's own and the transport's.
bool isExtension(std::uint8_t protocol);
/// The one that `rest` begins with; nothing where there are fewer than the eight bytes that tell all this.
/// Who reads a whole packet says whether one that is cut short ends it.
std::optional<ExtensionHeader> readExtension(std::uint8_t kind, Octets rest);

} // namespace parallax
