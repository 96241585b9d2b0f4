// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <functional>

namespace parallax {

/// Whether a run that has sent its pings should go on.
using GoesOn = std::function<bool(const SessionRecord &)>;

/// Measures a scenario in virtual time with the program's own run, and returns the record without a verdict.
/// Minutes of measuring take a millisecond, with the same result every time.
SessionRecord simulate(const Scenario &scenario, const GoesOn &goesOn = {});

} // namespace parallax
