// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/host_clock.h"

#include <optional>
#include <string_view>

namespace parallax {

// What the tools of time services print, in the C locale; nothing when it is not that, or the service is off.

/// Of `chronyc -c tracking`.
std::optional<TimeServiceState> chronyState(std::string_view tracking);
/// Of `timedatectl show` and `timedatectl timesync-status`; the latter is empty where another service runs.
std::optional<TimeServiceState> timesyncdState(std::string_view show, std::string_view status);
/// Of `ntpq -n -c rv`.
std::optional<TimeServiceState> ntpdState(std::string_view variables);

} // namespace parallax
