// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parallax {

/// The smallest of 1, 2, 5 × 10^n that is at least `least`.
double niceStep(double least);

/// That the labels of an axis with this step need, from 0 to 4.
int decimalsOf(double step);

/// How wide an axis from `low` to `high` must be at least: `usual`, or what a double still tells apart out
/// there. A hostile clock may be a century off.
double leastWidth(double usual, double low, double high);

/// An axis from 0 that grows when it must and otherwise stays, so that a live picture does not jump.
class StableScale
{
public:
    /// Makes room for `value`; at most `steps` ticks.
    void include(double value, int steps = 6);
    void reset() { *this = {}; }

    double end() const { return m_end; }
    double step() const { return m_step; }
    bool operator==(const StableScale &) const = default;

private:
    double m_end = 0.0;
    double m_step = 0.0;
};

} // namespace parallax
