// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <functional>

namespace parallax {

/// What a run's length depends on; without them it is as long as the scenario says.
struct RunLength {
    std::function<bool(const SessionRecord &)> goesOn{}; // although its pings are sent
    std::function<bool(const SessionRecord &)> hasDecided{}; // before that
};

/// Measures a scenario in virtual time with the program's own run, and returns the record without a verdict.
/// Minutes of measuring take a millisecond, with the same result every time.
SessionRecord simulate(const Scenario &scenario, const RunLength &length = {});

} // namespace parallax
