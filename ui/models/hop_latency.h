// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_events.h"
#include "core/data/path_figures.h"

#include <optional>
#include <vector>

namespace parallax {

/// What a hop's bar shows, in milliseconds.
struct HopLatency {
    double best = 0.0;
    double worst = 0.0;
    std::optional<double> mean{};
    std::optional<double> last{};
    double reach = 0.0; // where the bars of all hops end
    bool beyond = false; // its mean or its loss is above an alert's limit; alerts look at the last rounds

    bool operator==(const HopLatency &) const = default;
};

/// Nothing where nobody answered.
std::optional<HopLatency> hopLatency(const PathRow &row, const PathLimits &limits, double reach);

/// How far the bars of a path must reach, in milliseconds: to the worst, unless a few peaks would flatten all
/// the rest.
double latencyReach(const std::vector<PathRow> &rows);

} // namespace parallax
