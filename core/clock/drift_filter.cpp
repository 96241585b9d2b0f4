// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/drift_filter.h"

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

constexpr double firstDriftDeviation = 170.0; // ppm; three of them are RFC 5905's largest, 500 ppm
constexpr double offsetWander = 0.01; // µs² a second
constexpr double driftWander = 2.5e-5; // ppm² a second: a quartz in a room
constexpr double leastDeviation = 5.0; // µs, of a kernel's stamps
constexpr int stepAfter = 4; // exchanges that disagree, on end
constexpr int sureAfter = 8; // exchanges that agree, if only by their delay
constexpr double sureDeviations = 5.0;
constexpr double largestDriftPpm = 500.0; // RFC 5905, MAXFREQ: what a slew may do
constexpr std::size_t fewRtts = 8;
constexpr std::size_t fewWays = 6;
constexpr std::size_t largestBlock = 32;
constexpr double medianOfExponential = 0.6931; // of its mean

/// How far the least of such values is above what it would be without delay: of n exponential delays, one
/// mean's n-th.
double heldUpBy(std::vector<double> values)
{
    const double least = *std::min_element(values.begin(), values.end());
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return (*middle - least) / medianOfExponential / static_cast<double>(values.size());
}

} // namespace

void DriftFilter::noteRtt(double rtt)
{
    m_rtts.push(rtt);
    m_leastRtt = rtt;
    m_meanRtt = 0.0;
    for (std::size_t i = 0; i < m_rtts.size(); ++i) {
        m_leastRtt = std::min(m_leastRtt, m_rtts[i]);
        m_meanRtt += m_rtts[i] / static_cast<double>(m_rtts.size());
    }
}

/// What a round trip took too long, at most, in µs: beyond the quickest known, which may itself have been
/// held up. Of n sums of two exponential delays the least is 1.25 / sqrt(n) of one's mean.
double DriftFilter::excess(double rtt) const
{
    if (m_rtts.size() < fewRtts)
        return rtt;
    const double hidden = 0.63 * (m_meanRtt - m_leastRtt) / std::sqrt(static_cast<double>(m_rtts.size()));
    return std::max(rtt - m_leastRtt, 0.0) + std::min(m_leastRtt, hidden);
}

DriftFilter::State DriftFilter::carried(State state, Timestamp at)
{
    const double t = toSeconds(at - state.at);
    const double passed = std::abs(t);
    state.at = at;
    state.offset += state.drift * t;
    state.offsetVariance += 2.0 * state.covariance * t + state.driftVariance * t * t + offsetWander * passed
        + driftWander * passed * passed * passed / 3.0;
    state.covariance += state.driftVariance * t + driftWander * passed * t / 2.0;
    state.driftVariance += driftWander * passed;
    return state;
}

DriftFilter::State DriftFilter::updated(const State &before, const Measurement &measurement)
{
    State state = carried(before, measurement.at);
    const double surprise = measurement.offset - state.offset;
    const double gain = state.offsetVariance / (state.offsetVariance + measurement.variance);
    const double driftGain = state.covariance / (state.offsetVariance + measurement.variance);
    state.offset += gain * surprise;
    state.drift += driftGain * surprise;
    state.driftVariance -= driftGain * state.covariance;
    state.covariance *= 1.0 - gain;
    state.offsetVariance *= 1.0 - gain;
    return state;
}

void DriftFilter::begin(const ClockExchange &exchange)
{
    const double half = toMicroseconds(exchange.rtt()) / 2.0;
    m_state = State{.at = middleOf(exchange),
                    .offset = toMicroseconds(exchange.offset()),
                    .offsetVariance = half * half / 3.0 + leastDeviation * leastDeviation,
                    .driftVariance = firstDriftDeviation * firstDriftDeviation};
    m_block.clear();
    agree(exchange);
}

void DriftFilter::agree(const ClockExchange &exchange)
{
    m_disagreeing = 0;
    m_doubtful = 0;
    m_deniedExcess = 0.0;
    m_agreed = middleOf(exchange);
    m_agreedRtt = toMicroseconds(exchange.rtt());
}

/// How far the exchange's offset is from what was expected, in µs.
double DriftFilter::surprise(const ClockExchange &exchange) const
{
    return toMicroseconds(exchange.offset() - estimate(middleOf(exchange))->offset);
}

/// And how far it may be.
double DriftFilter::allowance(const ClockExchange &exchange) const
{
    const double deviation = toMicroseconds(estimate(middleOf(exchange))->uncertainty) + leastDeviation;
    return excess(toMicroseconds(exchange.rtt())) / 2.0 + sureDeviations * deviation;
}

/// Whether the exchange agrees with those before; begins anew where some on end do not. After one that does
/// not, a slower one may agree by its own delay alone: it is not believed until there are many.
void DriftFilter::notice(const ClockExchange &exchange)
{
    m_step.reset();
    const double rtt = toMicroseconds(exchange.rtt());
    const double moved = surprise(exchange);
    const double allowed = allowance(exchange);
    m_finding = Finding::Denies;
    if (std::abs(moved) <= allowed) {
        const bool isDoubtful = m_disagreeing > 0 && excess(rtt) > m_deniedExcess && ++m_doubtful < sureAfter;
        if (isDoubtful)
            return;
        agree(exchange);
        m_finding = Finding::Agrees;
        return;
    }
    m_deniedExcess = std::max(m_deniedExcess, excess(rtt));
    if (++m_disagreeing >= stepAfter) {
        const double quicker = std::max(m_agreedRtt - rtt, 0.0) / 2.0; // all of it one way
        const double slewed = largestDriftPpm * toSeconds(middleOf(exchange) - m_agreed);
        if (std::abs(moved) > allowed + quicker + slewed)
            m_step = fromMicroseconds(moved);
        begin(exchange);
        m_finding = Finding::BeginsAnew;
    }
}

/// The block's exchanges as one in their middle, each carried there by the drift.
DriftFilter::Measurement DriftFilter::measure() const
{
    const Timestamp first = middleOf(m_block.front());
    const Duration span = middleOf(m_block.back()) - first;
    Measurement all{.at = first + span / 2};
    std::vector<double> there;
    std::vector<double> back;
    for (const ClockExchange &one : m_block) {
        const double moved = m_state->drift * toSeconds(all.at - middleOf(one));
        there.push_back(toMicroseconds(one.highest()) + moved);
        back.push_back(-toMicroseconds(one.lowest()) - moved);
    }
    const double quickestThere = *std::min_element(there.begin(), there.end());
    const double quickestBack = *std::min_element(back.begin(), back.end());
    all.offset = (quickestThere - quickestBack) / 2.0;
    all.heldUp = excess(quickestThere + quickestBack);
    double variance = all.heldUp * all.heldUp / 12.0; // evenly over ± half of it
    if (m_block.size() >= fewWays) {
        all.heldUp = std::hypot(heldUpBy(there), heldUpBy(back));
        variance = std::min(variance, all.heldUp * all.heldUp / 2.0); // twice that of exponential delays
    }
    const double smeared = m_state->driftVariance * toSeconds(span) * toSeconds(span) / 12.0;
    all.variance = variance + smeared + leastDeviation * leastDeviation;
    return all;
}

void DriftFilter::add(const ClockExchange &exchange)
{
    noteRtt(toMicroseconds(exchange.rtt()));
    if (!m_state) {
        begin(exchange);
        return;
    }
    notice(exchange);
    if (m_finding != Finding::Agrees || middleOf(exchange) <= m_state->at)
        return;
    m_block.push_back(exchange);
    const Measurement all = measure();
    const double smear =
        std::sqrt(m_state->driftVariance) * toSeconds(middleOf(exchange) - middleOf(m_block.front()));
    if (m_block.size() < largestBlock && smear < all.heldUp)
        return;
    m_state = updated(*m_state, all);
    m_block.clear();
}

std::optional<ClockEstimate> DriftFilter::estimate(Timestamp at) const
{
    if (!m_state)
        return std::nullopt;
    const State state = carried(m_block.empty() ? *m_state : updated(*m_state, measure()), at);
    return ClockEstimate{.offset = fromMicroseconds(state.offset),
                         .uncertainty = fromMicroseconds(std::sqrt(state.offsetVariance)),
                         .driftPpm = state.drift,
                         .driftUncertaintyPpm = std::sqrt(state.driftVariance)};
}

} // namespace parallax
