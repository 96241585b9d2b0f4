// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_update.h"

#include <optional>
#include <string_view>

namespace parallax {

// The machine-readable names of clocks: on the wire, on the command line, in exports. Stable: extend, do not
// rename.

std::string_view nameOf(ClockScheme scheme); // the original's, lower case
std::string_view nameOf(ClockRefusal refusal);
std::string_view nameOf(ClockEvent::Kind kind);
std::string_view nameOf(ClockTrend trend);
std::string_view nameOf(ClockQuality quality);
std::string_view nameOf(TcpClockEnd end); // "open" while it is none
std::optional<ClockScheme> clockSchemeNamed(std::string_view name);

} // namespace parallax
