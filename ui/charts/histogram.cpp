// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/histogram.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace parallax {

QList<QPointF> stepHistogram(const std::vector<Duration> &samples, double width)
{
    std::map<long, int> counts;
    for (const Duration sample : samples)
        ++counts[std::lround(std::floor(toMilliseconds(sample) / width))];
    QList<QPointF> outline;
    const double share = 100.0 / static_cast<double>(std::max<std::size_t>(samples.size(), 1));
    long previous = -1;
    for (const auto &[bin, count] : counts) {
        const double left = static_cast<double>(bin) * width;
        const double height = count * share;
        if (bin != previous + 1 || outline.isEmpty()) {
            if (!outline.isEmpty())
                outline.append({static_cast<double>(previous + 1) * width, 0.0});
            outline.append({left, 0.0});
        }
        outline.append({left, height});
        outline.append({left + width, height});
        previous = bin;
    }
    if (!outline.isEmpty())
        outline.append({outline.back().x(), 0.0});
    return outline;
}

} // namespace parallax
