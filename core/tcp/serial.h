// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace parallax {

// TCP sequence numbers wrap around: order is told by the difference modulo 2^32 (RFC 9293, 3.4).

constexpr bool serialBefore(std::uint32_t a, std::uint32_t b)
{
    return static_cast<std::int32_t>(a - b) < 0;
}

constexpr std::uint32_t serialMax(std::uint32_t a, std::uint32_t b)
{
    return serialBefore(a, b) ? b : a;
}

} // namespace parallax
