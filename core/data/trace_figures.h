// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/end_figures.h"
#include "core/data/path_figures.h"
#include "core/data/trace_state.h"

#include <vector>

namespace parallax {

// Of a trace, or of a watched path. Where only the minutes of its rounds are left, what these do not tell is
// unknown.

/// Of a watched path within a span of its rounds.
std::vector<PathRow> pathRows(const TraceState &state, RoundSpan span = {});
EndFigures endFigures(const TraceState &state);

} // namespace parallax
