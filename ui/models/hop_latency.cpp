// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/hop_latency.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr double mostOverMean = 3.0; // peaks beyond this many times the highest mean are cut

std::optional<double> milliseconds(std::optional<Duration> duration)
{
    return duration ? std::optional(toMilliseconds(*duration)) : std::nullopt;
}

/// What a router only did not answer was not lost on the path.
bool isBeyond(const PathRow &row, const PathLimits &limits)
{
    const bool slow = limits.rtt && row.rtt.average && *row.rtt.average > *limits.rtt;
    const double lost = row.unanswered - row.rateLimited;
    return slow || (limits.loss && row.sent > 0 && lost / row.sent > *limits.loss);
}

} // namespace

std::optional<HopLatency> hopLatency(const PathRow &row, const PathLimits &limits, double reach)
{
    if (!row.rtt.best || !row.rtt.worst)
        return std::nullopt;
    return HopLatency{.best = toMilliseconds(*row.rtt.best),
                      .worst = toMilliseconds(*row.rtt.worst),
                      .mean = milliseconds(row.rtt.average),
                      .last = milliseconds(row.rtt.last),
                      .reach = reach,
                      .beyond = isBeyond(row, limits)};
}

double latencyReach(const std::vector<PathRow> &rows)
{
    double worst = 0.0;
    double usual = 0.0;
    for (const PathRow &row : rows) {
        worst = std::max(worst, milliseconds(row.rtt.worst).value_or(0.0));
        // Of a path that was rolled up the mean is not known.
        usual = std::max(usual, milliseconds(row.rtt.average ? row.rtt.average : row.rtt.best).value_or(0.0));
    }
    return std::min(worst, usual * mostOverMean);
}

} // namespace parallax
