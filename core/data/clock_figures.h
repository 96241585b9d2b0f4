// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace parallax {

/// A value and when it was measured: what statistics, charts and trends are made of.
struct ClockPoint {
    Timestamp at{}; // by any one clock
    Duration value{};

    bool operator==(const ClockPoint &) const = default;
};

struct ClockStatistics {
    std::uint64_t count = 0;
    Duration mean{};
    Duration deviation{}; // standard, of the sample
    Duration meanError{}; // of the absolute values
    Duration least{};
    Duration most{};

    bool operator==(const ClockStatistics &) const = default;
};
ClockStatistics statisticsOf(std::span<const ClockPoint> points);

/// Trend and quality go by so many of the newest offsets.
constexpr std::size_t recentOffsets = 60;

/// Further than twice the standard deviation from the mean of those before it, as the original has it. Needs
/// ten of them.
bool isAnomaly(std::span<const ClockPoint> before, Duration value);

enum class ClockTrend : std::uint8_t { Steady, Rising, Falling };
/// By least squares; a slope within three of its own standard errors is none.
ClockTrend trendOf(std::span<const ClockPoint> points);

/// How well a clock is known, by the spread of the values.
enum class ClockQuality : std::uint8_t { Excellent, Good, Fair, Poor };
ClockQuality qualityOf(const ClockStatistics &statistics);

} // namespace parallax
