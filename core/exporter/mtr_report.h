// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_figures.h"
#include "core/data/trace_state.h"
#include "core/exporter/own_addresses.h"

#include <string>

namespace parallax {

/// What `parallax-cli trace --report` prints; of a watched path within a span of its rounds. `source` is this
/// machine's name, an own address too.
std::string mtrReport(const TraceState &state, OwnAddresses own, const std::string &source,
                      RoundSpan rounds = {});

} // namespace parallax
