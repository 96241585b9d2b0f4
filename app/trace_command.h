// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/early_path.h"
#include "app/trace_options.h"

namespace parallax {

/// `parallax-cli trace` and `ping`; returns the exit code.
int runTrace(const TraceOptions &options, EarlyPath early);

} // namespace parallax
