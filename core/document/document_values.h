// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <string>

namespace parallax {

/// "2026-01-31T12:00:00.123Z"; `decimals` of a second, 3 or 6, cut off.
std::string isoText(Timestamp time, int decimals = 3);

/// Milliseconds to the microsecond, which is what captured stamps are worth.
double roundedMilliseconds(Duration duration);
double rounded(double value);

} // namespace parallax
