// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/original_estimators.h"

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

constexpr double resolution = 1.0; // µs, of the original's frame: what looks surer is chance

} // namespace

double Spread::deviation(double unknown) const
{
    if (m_values.size() < 2)
        return unknown;
    const auto count = static_cast<double>(m_values.size());
    double mean = 0.0;
    for (std::size_t i = 0; i < m_values.size(); ++i)
        mean += m_values[i] / count;
    double squares = 0.0;
    for (std::size_t i = 0; i < m_values.size(); ++i)
        squares += (m_values[i] - mean) * (m_values[i] - mean);
    return std::max(std::sqrt(squares / (count - 1.0)), resolution);
}

void RawEstimator::add(const ClockExchange &exchange)
{
    m_spread.add(toMicroseconds(exchange.offset()));
    const double unknown = toMicroseconds(exchange.rtt()) / 2.0;
    m_estimate = {.offset = exchange.offset(), .uncertainty = fromMicroseconds(m_spread.deviation(unknown))};
}

std::optional<ClockEstimate> RawEstimator::estimate(Timestamp /*at*/) const
{
    return m_estimate;
}

void EwmaEstimator::add(const ClockExchange &exchange)
{
    const double offset = toMicroseconds(exchange.offset());
    m_spread.add(offset);
    const double unknown = toMicroseconds(exchange.rtt()) / 2.0;
    m_estimate = {.offset = fromMicroseconds(m_mean.next(offset)),
                  .uncertainty =
                      fromMicroseconds(std::sqrt(Ewma::varianceLeft()) * m_spread.deviation(unknown))};
}

std::optional<ClockEstimate> EwmaEstimator::estimate(Timestamp /*at*/) const
{
    return m_estimate;
}

void KalmanEstimator::add(const ClockExchange &exchange)
{
    const double offset = m_filter.next(toMicroseconds(exchange.offset()));
    m_estimate = {.offset = fromMicroseconds(offset), .uncertainty = fromMicroseconds(m_filter.deviation())};
}

std::optional<ClockEstimate> KalmanEstimator::estimate(Timestamp /*at*/) const
{
    return m_estimate;
}

void PidEstimator::add(const ClockExchange &exchange)
{
    const double offset = toMicroseconds(exchange.offset());
    if (!m_offset)
        m_offset = offset;
    const double error = offset - *m_offset;
    *m_offset += m_controller.next(error);
    m_spread.add(error);
    // As an exponential mean of that gain would leave it; the integral adds little.
    constexpr double gain = Pid::proportional + Pid::integral;
    const double left = std::sqrt(gain / (2.0 - gain));
    const double unknown = toMicroseconds(exchange.rtt()) / 2.0;
    m_estimate = {.offset = fromMicroseconds(*m_offset),
                  .uncertainty = fromMicroseconds(left * m_spread.deviation(unknown))};
}

std::optional<ClockEstimate> PidEstimator::estimate(Timestamp /*at*/) const
{
    return m_estimate;
}

} // namespace parallax
