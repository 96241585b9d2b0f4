// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clock_row.h"

#include "core/base/statistics.h"
#include "core/text/words.h"
#include "ui/shown_text.h"

namespace parallax {

namespace {

std::optional<Duration> medianRtt(const ClockState &state)
{
    std::vector<Duration> rtts;
    rtts.reserve(state.samples.size());
    for (const ClockSample &sample : state.samples)
        rtts.push_back(sample.exchange.rtt());
    return median(rtts);
}

} // namespace

std::vector<ClockPoint> pointsOf(const ClockState &state, ClockQuantity quantity)
{
    if (quantity == ClockQuantity::RoundTrip) {
        std::vector<ClockPoint> points;
        points.reserve(state.samples.size());
        for (const ClockSample &sample : state.samples)
            points.push_back({momentOf(sample), sample.exchange.rtt()});
        return points;
    }
    if (quantity == ClockQuantity::Correction) {
        auto corrections = correctionsOf(state);
        if (!corrections.empty())
            return corrections;
    }
    return offsetsOf(state);
}

ClockRow clockRow(ClockId clock, const ClockState &state, const std::vector<ClockPoint> &points,
                  const Words &words)
{
    ClockRow row{.clock = clock,
                 .scheme = state.request.scheme,
                 .server = QString::fromStdString(state.address.toString()),
                 .running = state.end == ClockEnd::Running,
                 .counts = state.counts,
                 .figures = statisticsOf(points),
                 .rtt = medianRtt(state),
                 .quality = recentQuality(state)};
    if (state.failed)
        row.trouble = shownText(words.reason(*state.failed));
    if (!points.empty())
        row.last = points.back().value;
    if (!state.samples.empty()) {
        row.bound = state.samples.back().bound;
        row.driftPpm = state.samples.back().best.driftPpm;
    }
    return row;
}

} // namespace parallax
