// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace parallax {

std::optional<Duration> minimum(std::span<const Duration> samples)
{
    if (samples.empty())
        return std::nullopt;
    return *std::min_element(samples.begin(), samples.end());
}

std::optional<Duration> median(std::span<const Duration> samples)
{
    return percentile(samples, 0.5);
}

std::optional<Duration> percentile(std::span<const Duration> samples, double fraction)
{
    if (samples.empty())
        return std::nullopt;
    std::vector<Duration> sorted(samples.begin(), samples.end());
    std::sort(sorted.begin(), sorted.end());
    const double rank = std::clamp(fraction, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(rank));
    const auto above = std::min(below + 1, sorted.size() - 1);
    const double weight = rank - static_cast<double>(below);
    const auto difference = static_cast<double>((sorted[above] - sorted[below]).count());
    return sorted[below] + Duration(std::llround(difference * weight));
}

} // namespace parallax
