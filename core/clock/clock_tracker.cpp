// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/clock_tracker.h"

#include "core/data/clock_figures.h"

namespace parallax {

namespace {

constexpr std::size_t leastToJudge = 10; // trend and quality

} // namespace

ClockTracker::ClockTracker(ClockScheme scheme)
    : m_scheme(scheme)
    , m_estimator(makeEstimator(scheme))
{
}

std::optional<ClockTracker::Step> ClockTracker::add(ClockSample sample)
{
    const ClockExchange &exchange = sample.exchange;
    if (exchange.answered < exchange.received || exchange.rtt() < Duration::zero())
        return std::nullopt;
    Step step;
    if (!admit(exchange, step.events))
        return std::nullopt;
    sample.bound = boundWith(exchange, step.events);
    if (m_drift.finding() != DriftFilter::Finding::Denies)
        m_offset = exchange.offset();
    m_estimator->add(exchange);
    sample.estimate = m_estimator->estimate(exchange.returned).value_or(ClockEstimate{});
    sample.best = m_drift.estimate(exchange.returned).value_or(ClockEstimate{});
    if (sample.correction && m_scheme != ClockScheme::Median) {
        const auto applied = m_rule.add(*sample.correction, exchange.rtt());
        sample.applied = applied.total;
        if (applied.startedOver)
            step.events.push_back({.kind = ClockEvent::Kind::StartedOver, .at = exchange.returned});
    }
    if (m_scheme == ClockScheme::Median)
        sample.applied = m_estimated = sample.estimate.offset;
    sample.stepsBefore = m_steps;
    judge(sample, step.events);
    step.sample = sample;
    return step;
}

bool ClockTracker::admits(const ClockExchange &exchange) const
{
    return m_bound.admits(exchange, m_drift.estimate(exchange.returned));
}

/// False where the bound leaves no room for it. When that goes on, their clock was set, by more than a round
/// trip.
bool ClockTracker::admit(const ClockExchange &exchange, std::vector<ClockEvent> &events)
{
    const auto drift = m_drift.estimate(exchange.returned);
    if (m_bound.admits(exchange, drift))
        return true;
    if (m_bound.add(exchange, drift) == BoundKeeper::Verdict::Denies)
        return false;
    const Duration before = m_offset.value_or(Duration{});
    forget();
    events.push_back({.kind = ClockEvent::Kind::TheirClockStepped,
                      .at = exchange.returned,
                      .value = exchange.offset() - before});
    return true;
}

/// A step within the round trip leaves the bound room, but the offset tells it: until that is sure, only the
/// exchange's own limits hold.
OffsetBound ClockTracker::boundWith(const ClockExchange &exchange, std::vector<ClockEvent> &events)
{
    const auto drift = m_drift.estimate(exchange.returned);
    m_drift.add(exchange);
    if (m_drift.finding() == DriftFilter::Finding::Denies)
        return BoundKeeper::limitsOf(exchange);
    if (const auto by = m_drift.step()) {
        forget();
        m_drift.add(exchange);
        events.push_back(
            {.kind = ClockEvent::Kind::TheirClockStepped, .at = exchange.returned, .value = *by});
    }
    if (m_drift.finding() == DriftFilter::Finding::BeginsAnew)
        m_bound.clear();
    m_bound.add(exchange, drift);
    return m_bound.bound();
}

Duration ClockTracker::applied() const
{
    return m_scheme == ClockScheme::Median ? m_estimated : m_rule.applied();
}

ClockEvent ClockTracker::ownClockStepped(Duration by, Timestamp at)
{
    forget();
    return {.kind = ClockEvent::Kind::OwnClockStepped, .at = at, .value = by};
}

void ClockTracker::forget()
{
    m_estimator = makeEstimator(m_scheme);
    m_drift = {};
    m_bound.clear();
    m_recent.clear();
    m_offset.reset();
    ++m_steps;
}

void ClockTracker::judge(const ClockSample &sample, std::vector<ClockEvent> &events)
{
    const Timestamp at = sample.exchange.returned;
    const Duration offset = sample.exchange.offset();
    if (isAnomaly(m_recent, offset))
        events.push_back({.kind = ClockEvent::Kind::Anomaly, .at = at, .value = offset});
    if (m_recent.size() == recentOffsets)
        m_recent.erase(m_recent.begin());
    m_recent.push_back({at, offset});
    if (m_recent.size() < leastToJudge)
        return;
    const ClockTrend trend = trendOf(m_recent);
    if (trend != m_trend)
        events.push_back({.kind = ClockEvent::Kind::TrendChanged, .at = at, .trend = trend});
    m_trend = trend;
    const ClockQuality quality = qualityOf(statisticsOf(m_recent));
    if (m_quality != quality)
        events.push_back({.kind = ClockEvent::Kind::QualityChanged, .at = at, .quality = quality});
    m_quality = quality;
}

} // namespace parallax
