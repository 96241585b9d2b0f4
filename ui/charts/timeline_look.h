// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_series.h"

#include <optional>

namespace parallax {

/// What of a path's time is looked at.
struct TimelineLook {
    TimeSpan whole{}; // what there was of it then
    std::optional<TimeSpan> view{}; // nothing: the whole, growing
    std::optional<TimeSpan> focus{};
};

} // namespace parallax
