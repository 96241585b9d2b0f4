// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <algorithm>
#include <cstdint>

namespace parallax {

/// Longer without a round is a gap, as a pause or a sleep leaves one: nothing goes on through it.
constexpr Duration gapAfter(Duration roundLength)
{
    constexpr std::int64_t rounds = 10;
    constexpr Duration least = std::chrono::seconds(5); // a target is asked by UDP once a second at most
    return std::max(least, roundLength * rounds);
}

} // namespace parallax
