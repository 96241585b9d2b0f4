// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>

namespace parallax {

/// Bytes as they came or will go; numbers in them have the network's order (RFC 791, appendix B).
using Octets = std::span<const std::uint8_t>;

/// The caller has seen to it that there are so many bytes.
inline std::uint16_t read16(Octets octets, std::size_t at)
{
    assert(at + 2 <= octets.size());
    return static_cast<std::uint16_t>(octets[at] << 8 | octets[at + 1]);
}

inline std::uint32_t read32(Octets octets, std::size_t at)
{
    return static_cast<std::uint32_t>(read16(octets, at)) << 16 | read16(octets, at + 2);
}

inline void put16(std::span<std::uint8_t> octets, std::size_t at, std::uint16_t value)
{
    assert(at + 2 <= octets.size());
    octets[at] = static_cast<std::uint8_t>(value >> 8);
    octets[at + 1] = static_cast<std::uint8_t>(value);
}

inline void put32(std::span<std::uint8_t> octets, std::size_t at, std::uint32_t value)
{
    put16(octets, at, static_cast<std::uint16_t>(value >> 16));
    put16(octets, at + 2, static_cast<std::uint16_t>(value));
}

} // namespace parallax
