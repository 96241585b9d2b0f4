// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace parallax {

/// The ones' complement sum of 16-bit words that the Internet checksum is made of (RFC 1071), going on from
/// `before`. An odd last byte counts as the upper half of a word.
inline std::uint16_t onesComplementSum(std::span<const std::uint8_t> bytes, std::uint16_t before = 0)
{
    std::uint64_t sum = before;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2)
        sum += static_cast<std::uint64_t>(bytes[at] << 8 | bytes[at + 1]);
    if (bytes.size() % 2 != 0)
        sum += static_cast<std::uint64_t>(bytes.back() << 8);
    while (sum >> 16 != 0)
        sum = (sum & 0xffffU) + (sum >> 16);
    return static_cast<std::uint16_t>(sum);
}

/// True when the Internet checksum over all of it, its own field included, comes out right (RFC 1071).
inline bool checksumHolds(std::span<const std::uint8_t> bytes)
{
    return onesComplementSum(bytes) == 0xffffU;
}

} // namespace parallax
