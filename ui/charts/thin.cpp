// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/thin.h"

#include <algorithm>
#include <cmath>

namespace parallax {

std::vector<double> thinned(const std::vector<Duration> &samples, int most)
{
    std::vector<double> sorted;
    sorted.reserve(samples.size());
    for (const Duration sample : samples)
        sorted.push_back(toMilliseconds(sample));
    std::sort(sorted.begin(), sorted.end());
    if (sorted.size() <= static_cast<std::size_t>(most) || most < 2)
        return sorted;
    std::vector<double> kept;
    kept.reserve(static_cast<std::size_t>(most));
    const double stride = static_cast<double>(sorted.size() - 1) / (most - 1);
    for (int i = 0; i < most; ++i)
        kept.push_back(sorted[static_cast<std::size_t>(std::lround(i * stride))]);
    return kept;
}

} // namespace parallax
