// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/correction_filter.h"

#include "core/base/overloaded.h"
#include "core/clock/estimator.h"

namespace parallax {

CorrectionFilter::CorrectionFilter(ClockScheme scheme)
{
    if (scheme == ClockScheme::Ewma)
        m_filter = Ewma();
    if (scheme == ClockScheme::Kalman)
        m_filter = ScalarKalman();
    if (scheme == ClockScheme::Pid)
        m_filter = Pid();
}

Duration CorrectionFilter::next(Duration measured)
{
    return std::visit(
        Overloaded{
            [&](std::monostate) { return measured; },
            [&](auto &filter) { return fromMicroseconds(filter.next(toMicroseconds(measured))); },
        },
        m_filter);
}

} // namespace parallax
