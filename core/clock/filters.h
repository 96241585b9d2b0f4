// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <optional>

namespace parallax {

// The original's filters with its constants, on microseconds. Each begins with the first value it is given.

/// An exponentially weighted mean.
class Ewma
{
public:
    static constexpr double alpha = 0.2;

    double next(double value)
    {
        m_mean = m_mean ? alpha * value + (1.0 - alpha) * *m_mean : value;
        return *m_mean;
    }
    /// How much of the values' variance is left in the mean, after many.
    static constexpr double varianceLeft() { return alpha / (2.0 - alpha); }

private:
    std::optional<double> m_mean;
};

/// A Kalman filter of one state that wanders.
class ScalarKalman
{
public:
    static constexpr double firstVariance = 1e6; // µs²
    static constexpr double measurementVariance = 2e6;
    static constexpr double processVariance = 1e4;

    double next(double value)
    {
        if (!m_state)
            m_state = value;
        m_variance += processVariance;
        const double gain = m_variance / (m_variance + measurementVariance);
        *m_state += gain * (value - *m_state);
        m_variance *= 1.0 - gain;
        return *m_state;
    }
    double deviation() const { return std::sqrt(m_variance); }

private:
    std::optional<double> m_state;
    double m_variance = firstVariance;
};

/// A controller: answers an error with what is to be done about it.
class Pid
{
public:
    static constexpr double proportional = 0.6;
    static constexpr double integral = 0.05;
    static constexpr double derivative = 0.0;

    double next(double error)
    {
        m_sum += error;
        const double change = m_last ? error - *m_last : 0.0;
        m_last = error;
        return proportional * error + integral * m_sum + derivative * change;
    }

private:
    double m_sum = 0.0;
    std::optional<double> m_last;
};

} // namespace parallax
