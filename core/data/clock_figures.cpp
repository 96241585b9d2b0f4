// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/clock_figures.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t leastForAnomaly = 10;
constexpr std::size_t leastForTrend = 10;
constexpr double anomalyDeviations = 2.0;
constexpr double trendErrors = 3.0;
constexpr Duration leastDeviation = 1us; // the frame's resolution: below it nothing is odd

struct QualityLimit {
    Duration deviation;
    ClockQuality quality;
};
constexpr std::array<QualityLimit, 3> qualityLimits{
    {{100us, ClockQuality::Excellent}, {1ms, ClockQuality::Good}, {10ms, ClockQuality::Fair}}};

Duration rounded(double nanoseconds)
{
    return Duration(std::llround(nanoseconds));
}

} // namespace

ClockStatistics statisticsOf(std::span<const ClockPoint> points)
{
    if (points.empty())
        return {};
    double mean = 0.0;
    double squares = 0.0; // of the distances from the mean (Welford)
    double absolute = 0.0;
    double count = 0.0;
    ClockStatistics of{.count = points.size(), .least = points[0].value, .most = points[0].value};
    for (const ClockPoint &point : points) {
        const auto value = static_cast<double>(point.value.count());
        count += 1.0;
        const double distance = value - mean;
        mean += distance / count;
        squares += distance * (value - mean);
        absolute += std::abs(value);
        of.least = std::min(of.least, point.value);
        of.most = std::max(of.most, point.value);
    }
    of.mean = rounded(mean);
    of.deviation = rounded(count > 1.0 ? std::sqrt(squares / (count - 1.0)) : 0.0);
    of.meanError = rounded(absolute / count);
    return of;
}

bool isAnomaly(std::span<const ClockPoint> before, Duration value)
{
    if (before.size() < leastForAnomaly)
        return false;
    const ClockStatistics usual = statisticsOf(before);
    const auto deviation = static_cast<double>(std::max(usual.deviation, leastDeviation).count());
    return std::abs(static_cast<double>((value - usual.mean).count())) > anomalyDeviations * deviation;
}

ClockTrend trendOf(std::span<const ClockPoint> points)
{
    if (points.size() < leastForTrend)
        return ClockTrend::Steady;
    const auto count = static_cast<double>(points.size());
    const auto x = [&](const ClockPoint &point) { return toMilliseconds(point.at - points.front().at); };
    double meanX = 0.0;
    double meanY = 0.0;
    for (const ClockPoint &point : points) {
        meanX += x(point) / count;
        meanY += toMilliseconds(point.value) / count;
    }
    double xx = 0.0;
    double xy = 0.0;
    double yy = 0.0;
    for (const ClockPoint &point : points) {
        const double dx = x(point) - meanX;
        const double dy = toMilliseconds(point.value) - meanY;
        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
    }
    if (xx <= 0.0)
        return ClockTrend::Steady;
    const double slope = xy / xx;
    const double error = std::sqrt(std::max(yy - slope * xy, 0.0) / (count - 2.0) / xx);
    if (std::abs(slope) <= trendErrors * error)
        return ClockTrend::Steady;
    return slope > 0.0 ? ClockTrend::Rising : ClockTrend::Falling;
}

ClockQuality qualityOf(const ClockStatistics &statistics)
{
    for (const auto &[deviation, quality] : qualityLimits) {
        if (statistics.deviation <= deviation)
            return quality;
    }
    return ClockQuality::Poor;
}

} // namespace parallax
