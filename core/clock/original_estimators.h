// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/estimator.h"
#include "core/clock/filters.h"
#include "core/clock/ring.h"

namespace parallax {

/// The standard deviation of the last values.
class Spread
{
public:
    void add(double value) { m_values.push(value); }
    /// `unknown` as long as there is only one.
    double deviation(double unknown) const;

private:
    Ring<double, 64> m_values;
};

/// The newest offset; as sure as the spread of the last ones.
class RawEstimator : public Estimator
{
public:
    void add(const ClockExchange &exchange) override;
    std::optional<ClockEstimate> estimate(Timestamp at) const override;

private:
    std::optional<ClockEstimate> m_estimate;
    Spread m_spread;
};

class EwmaEstimator : public Estimator
{
public:
    void add(const ClockExchange &exchange) override;
    std::optional<ClockEstimate> estimate(Timestamp at) const override;

private:
    Ewma m_mean;
    std::optional<ClockEstimate> m_estimate;
    Spread m_spread;
};

class KalmanEstimator : public Estimator
{
public:
    void add(const ClockExchange &exchange) override;
    std::optional<ClockEstimate> estimate(Timestamp at) const override;

private:
    ScalarKalman m_filter;
    std::optional<ClockEstimate> m_estimate;
};

/// Follows the offset as the original's controller would steer a clock.
class PidEstimator : public Estimator
{
public:
    void add(const ClockExchange &exchange) override;
    std::optional<ClockEstimate> estimate(Timestamp at) const override;

private:
    Pid m_controller;
    std::optional<double> m_offset; // µs
    std::optional<ClockEstimate> m_estimate;
    Spread m_spread;
};

} // namespace parallax
