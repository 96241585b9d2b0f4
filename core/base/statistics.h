// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <optional>
#include <span>

namespace parallax {

std::optional<Duration> minimum(std::span<const Duration> samples);
std::optional<Duration> median(std::span<const Duration> samples);
/// The sample below which `fraction` (0 … 1) of them lie, by linear interpolation between ranks.
std::optional<Duration> percentile(std::span<const Duration> samples, double fraction);

struct DurationInterval {
    Duration low{};
    Duration high{};

    bool operator==(const DurationInterval &) const = default;
};

/// Holds the true median with at least 95 % probability, whatever the distribution (order statistics: Hahn
/// and Meeker, Statistical Intervals, 5.2). Nothing below six samples, which can't say so.
std::optional<DurationInterval> medianInterval(std::span<const Duration> samples);

} // namespace parallax
