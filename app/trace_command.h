// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "app/options.h"
#include "core/data/config.h"

namespace parallax {

/// `parallax-cli trace` and `ping`; returns the exit code.
int runTrace(const Config &config, const TraceOptions &options, PathDoor door);

} // namespace parallax
