// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/bound_keeper.h"

#include "core/clock/estimator.h"

#include <algorithm>
#include <cmath>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr double tolerancePpm = 15.0; // RFC 5905, PHI: how far a drift that is known may yet wander
constexpr double largestDriftPpm = 500.0; // RFC 5905, MAXFREQ: when it is not known
constexpr double sureDeviations = 5.0; // jitter is far from normal
constexpr Duration resolution = 1us; // of the original's frame
constexpr int stepAfter = 3; // exchanges that deny, on end

/// How the offset moves, and how wrong that may be, both in µs a second.
struct Movement {
    double drift = 0.0;
    double tolerance = largestDriftPpm;
};

Movement movementOf(const std::optional<ClockEstimate> &estimate)
{
    if (!estimate || !estimate->driftPpm || !estimate->driftUncertaintyPpm)
        return {};
    const double tolerance = tolerancePpm + sureDeviations * *estimate->driftUncertaintyPpm;
    if (tolerance + std::abs(*estimate->driftPpm) > largestDriftPpm)
        return {};
    return {*estimate->driftPpm, tolerance};
}

bool meet(const OffsetBound &a, const OffsetBound &b)
{
    return a.low <= b.high && b.low <= a.high;
}

} // namespace

OffsetBound BoundKeeper::limitsOf(const ClockExchange &exchange)
{
    return {exchange.lowest() - resolution, exchange.highest() + resolution};
}

OffsetBound BoundKeeper::carried(Timestamp at, const std::optional<ClockEstimate> &drift) const
{
    const Movement movement = movementOf(drift);
    OffsetBound all{Duration::min(), Duration::max()};
    for (std::size_t i = 0; i < m_limits.size(); ++i) {
        const Limits &one = m_limits[i];
        const double age = toSeconds(at - one.at);
        const double widening = std::abs(age) * movement.tolerance;
        const double moved = age * movement.drift;
        all.low = std::max(all.low, one.bound.low + fromMicroseconds(moved - widening));
        all.high = std::min(all.high, one.bound.high + fromMicroseconds(moved + widening));
    }
    return all;
}

bool BoundKeeper::admits(const ClockExchange &exchange, const std::optional<ClockEstimate> &drift) const
{
    return m_limits.isEmpty() || meet(carried(exchange.returned, drift), limitsOf(exchange));
}

BoundKeeper::Verdict BoundKeeper::add(const ClockExchange &exchange,
                                      const std::optional<ClockEstimate> &drift)
{
    Verdict verdict = Verdict::Agrees;
    if (!admits(exchange, drift)) {
        ++m_denials;
        if (m_denials < stepAfter)
            return Verdict::Denies;
        m_limits.clear();
        verdict = Verdict::Stepped;
    }
    m_denials = 0;
    m_limits.push({exchange.returned, limitsOf(exchange)});
    m_bound = carried(exchange.returned, drift);
    if (m_bound.low > m_bound.high) { // the older ones no longer meet: the drift has changed
        m_limits.clear();
        m_limits.push({exchange.returned, limitsOf(exchange)});
        m_bound = limitsOf(exchange);
    }
    return verdict;
}

void BoundKeeper::clear()
{
    m_limits.clear();
    m_denials = 0;
}

} // namespace parallax
