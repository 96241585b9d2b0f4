// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

namespace parallax {

/// Measures a scenario in virtual time with the program's own run, and returns the record without a verdict.
/// Minutes of measuring take a millisecond, with the same result every time.
SessionRecord simulate(const Scenario &scenario);

} // namespace parallax
