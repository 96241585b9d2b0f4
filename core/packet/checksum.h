// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace parallax {

/// True when the Internet checksum over all of it, its own field included, comes out right (RFC 1071).
inline bool checksumHolds(std::span<const std::uint8_t> bytes)
{
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2)
        sum += static_cast<std::uint32_t>(bytes[at] << 8 | bytes[at + 1]);
    if (bytes.size() % 2 != 0)
        sum += static_cast<std::uint32_t>(bytes.back() << 8);
    while (sum >> 16 != 0)
        sum = (sum & 0xffffU) + (sum >> 16);
    return sum == 0xffffU;
}

} // namespace parallax
