// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/map_painter.h"
#include "ui/charts/timeline_look.h"

#include <optional>

namespace parallax {

/// What of a path's pictures is looked at.
struct PathLook {
    TimelineLook timeline{};
    std::optional<MapView> map{}; // nothing: all its stops
};

} // namespace parallax
