// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/gated_median.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace parallax {

namespace {

constexpr std::size_t leastKept = 5;
constexpr std::size_t keptShare = 8; // one of so many
constexpr std::size_t leastForDrift = 8;
constexpr int stepAfter = 3; // exchanges that disagree, on end
constexpr double normalDeviation = 1.4826; // of a normal distribution, in median absolute deviations
constexpr double medianError = 1.2533; // of a median, in standard errors of a mean
constexpr double driftErrors = 3.0; // a slope below so many of its errors is none
constexpr Duration largestUncertainty = std::chrono::hours(1);
constexpr double leastError = 1.0; // µs, the frame's resolution

double medianOf(std::vector<double> &values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2.0;
}

/// Offsets at moments, in seconds and µs, as a line.
struct Line {
    double slope = 0.0; // µs a second: ppm
    double level = 0.0; // at moment 0
    double error = 0.0; // of a point
    double slopeError = 0.0;
    double middle = 0.0; // of the moments
};

using Points = std::vector<std::pair<double, double>>;

/// The median of the slopes of all pairs (Theil and Sen).
double slopeOf(const Points &points)
{
    std::vector<double> slopes;
    slopes.reserve(points.size() * points.size() / 2);
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = i + 1; j < points.size(); ++j) {
            const double apart = points[j].first - points[i].first;
            if (apart != 0.0)
                slopes.push_back((points[j].second - points[i].second) / apart);
        }
    }
    return slopes.empty() ? 0.0 : medianOf(slopes);
}

void setLevel(Line &line, const Points &points)
{
    std::vector<double> rest;
    rest.reserve(points.size());
    for (const auto &[at, offset] : points)
        rest.push_back(offset - line.slope * at);
    line.level = medianOf(rest);
    for (std::size_t i = 0; i < points.size(); ++i)
        rest[i] = std::abs(points[i].second - line.slope * points[i].first - line.level);
    line.error = normalDeviation * medianOf(rest);
}

Line lineThrough(const Points &points)
{
    Line line;
    const auto count = static_cast<double>(points.size());
    for (const auto &[at, offset] : points)
        line.middle += at / count;
    double squares = 0.0;
    for (const auto &[at, offset] : points)
        squares += (at - line.middle) * (at - line.middle);
    if (points.size() >= leastForDrift && squares > 0.0) {
        line.slope = slopeOf(points);
        setLevel(line, points);
        line.slopeError = medianError * std::max(line.error, leastError) / std::sqrt(squares);
        if (std::abs(line.slope) > driftErrors * line.slopeError)
            return line;
    }
    line.slope = 0.0;
    line.slopeError = 0.0;
    setLevel(line, points);
    return line;
}

} // namespace

void GatedMedian::add(const ClockExchange &exchange)
{
    followStep(exchange);
    m_exchanges.push(exchange);
    m_at = middleOf(exchange);
    weigh();
}

/// The offset lies between an exchange's limits for sure; where several on end deny the estimate, the clock
/// was set.
void GatedMedian::followStep(const ClockExchange &exchange)
{
    const auto expected = estimate(middleOf(exchange));
    if (!expected)
        return;
    const Duration slack = 5 * std::min(expected->uncertainty, largestUncertainty);
    const bool agrees =
        exchange.lowest() - slack <= expected->offset && expected->offset <= exchange.highest() + slack;
    m_disagreeing = agrees ? 0 : m_disagreeing + 1;
    if (m_disagreeing < stepAfter)
        return;
    std::array<ClockExchange, stepAfter - 1> kept{};
    for (std::size_t i = 0; i < kept.size(); ++i)
        kept[i] = m_exchanges[m_exchanges.size() - kept.size() + i];
    m_exchanges.clear();
    for (const ClockExchange &one : kept)
        m_exchanges.push(one);
    m_disagreeing = 0;
}

std::vector<GatedMedian::Point> GatedMedian::quickest() const
{
    std::vector<Point> points;
    points.reserve(m_exchanges.size());
    for (std::size_t i = 0; i < m_exchanges.size(); ++i) {
        const ClockExchange &one = m_exchanges[i];
        points.push_back({.at = middleOf(one), .offset = toMicroseconds(one.offset()), .rtt = one.rtt()});
    }
    const std::size_t kept = std::min(points.size(), std::max(leastKept, points.size() / keptShare));
    std::nth_element(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(kept - 1), points.end(),
                     [](const Point &a, const Point &b) { return a.rtt < b.rtt; });
    points.resize(kept);
    return points;
}

void GatedMedian::weigh()
{
    Points points;
    Duration least = Duration::max();
    for (const Point &point : quickest()) {
        points.emplace_back(toSeconds(point.at - m_at), point.offset);
        least = std::min(least, point.rtt);
    }
    const Line line = lineThrough(points);
    const auto count = static_cast<double>(points.size());
    // One exchange alone knows no more than its round trip.
    const double error =
        points.size() < leastKept ? toMicroseconds(least) / 2.0 : std::max(line.error, leastError);
    const double levelError = medianError * error / std::sqrt(count);
    const double carried = line.slopeError * line.middle;
    m_estimate = {.offset = fromMicroseconds(line.level),
                  .uncertainty = fromMicroseconds(std::hypot(levelError, carried))};
    if (line.slopeError > 0.0) {
        m_estimate->driftPpm = line.slope;
        m_estimate->driftUncertaintyPpm = line.slopeError;
    }
}

std::optional<ClockEstimate> GatedMedian::estimate(Timestamp at) const
{
    if (!m_estimate)
        return std::nullopt;
    ClockEstimate carried = *m_estimate;
    carried.offset += fromMicroseconds(carried.driftPpm.value_or(0.0) * toSeconds(at - m_at));
    return carried;
}

} // namespace parallax
