// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace parallax {

namespace {

constexpr double tail = 0.025; // outside, on each side
constexpr std::size_t exactUpTo = 500; // beyond, the binomial is as good as normal
constexpr double normalQuantile = 1.96;

/// How many of the sorted samples may be left out at each end: the most with P(Binomial(n, ½) < k) ≤ tail.
std::size_t leftOut(std::size_t count)
{
    const auto n = static_cast<double>(count);
    if (count > exactUpTo)
        return static_cast<std::size_t>(std::floor((n - normalQuantile * std::sqrt(n)) / 2));
    double probability = std::pow(0.5, n);
    double below = 0.0;
    std::size_t k = 0;
    while (below + probability <= tail) {
        below += probability;
        probability *= (n - static_cast<double>(k)) / static_cast<double>(k + 1);
        ++k;
    }
    return k;
}

} // namespace

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

std::optional<DurationInterval> medianInterval(std::span<const Duration> samples)
{
    const std::size_t outside = leftOut(samples.size());
    if (outside == 0)
        return std::nullopt;
    std::vector<Duration> sorted(samples.begin(), samples.end());
    std::sort(sorted.begin(), sorted.end());
    return DurationInterval{sorted[outside - 1], sorted[sorted.size() - outside]};
}

} // namespace parallax
