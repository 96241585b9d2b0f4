// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/filters.h"
#include "core/data/clock_sample.h"

#include <variant>

namespace parallax {

/// What the server does with the corrections of one client before it tells them. Raw and median are told as
/// measured: the client knows the round trips, by which it chooses.
class CorrectionFilter
{
public:
    explicit CorrectionFilter(ClockScheme scheme);
    Duration next(Duration measured);

private:
    std::variant<std::monostate, Ewma, ScalarKalman, Pid> m_filter;
};

} // namespace parallax
