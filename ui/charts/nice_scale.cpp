// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/nice_scale.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace parallax {

double niceStep(double least)
{
    const double unit = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (least <= factor * unit * (1.0 + 1e-9))
            return factor * unit;
    }
    return 10.0 * unit;
}

int decimalsOf(double step)
{
    constexpr int most = 4;
    return step > 0 ? std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, most) : 0;
}

double leastWidth(double usual, double low, double high)
{
    constexpr double apart = 1e-9; // of the value; a tick is a part of that, and a double has 16 digits
    return std::max({usual, apart * std::abs(low), apart * std::abs(high)});
}

void StableScale::include(double value, int steps)
{
    if (!(value > m_end))
        return;
    m_step = niceStep(value / steps);
    m_end = m_step * std::ceil(value / m_step - 1e-9);
}

} // namespace parallax
