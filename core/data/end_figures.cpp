// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/end_figures.h"

#include "core/data/end_to_end.h"
#include "core/data/path_figures.h"

#include <algorithm>

namespace parallax {

namespace {

/// Whether a router answers at the largest TTL that is asked, so that the target lies beyond it.
bool endsTooEarly(const PathHistory &history)
{
    return !history.hops().empty() && !history.hops().rbegin()->second.responders.empty();
}

} // namespace

EndFigures endFigures(const PathHistory &history)
{
    EndFigures figures;
    EndToEnd whole(history);
    std::int64_t asked = 0;
    std::int64_t answered = 0;
    Duration sum{};
    bool reached = false;
    for (std::size_t round = 0; round < history.rounds(); ++round) {
        const HopSample sample = whole.at(round);
        reached = reached || history.endTtl(round);
        asked += sample.asked() ? 1 : 0;
        if (const auto rtt = sample.rtt()) {
            figures.last = rtt;
            sum += *rtt;
            ++answered;
        }
    }
    if (!reached) // then the answers are the furthest router's
        return {.loss = asked > 0 && !endsTooEarly(history) ? std::optional(1.0) : std::nullopt};
    if (answered > 0)
        figures.mean = sum / answered;
    figures.loss = static_cast<double>(asked - answered) / static_cast<double>(asked);
    figures.hops = whole.furthestEnd();
    return figures;
}

EndFigures endFigures(const TraceRecord &record)
{
    const std::vector<PathRow> rows = pathRows(record);
    // Not at the first TTL with its address: a box that passes on what comes to it says "time exceeded"
    // there.
    const auto reached = summarizePath(record).reachedTtl;
    const auto target = std::find_if(rows.begin(), rows.end(), [&](const PathRow &row) {
        return row.ttl == reached && row.address == record.address.address;
    });
    if (target == rows.end()) {
        const bool asked =
            std::any_of(rows.begin(), rows.end(), [](const PathRow &row) { return row.sent > 0; });
        return {.loss = asked && record.end != PathEnd::MaxTtl ? std::optional(1.0) : std::nullopt};
    }
    const auto first = std::find_if(rows.begin(), rows.end(), [&](const PathRow &row) {
        return row.ttl == target->ttl; // a TTL's loss stands in its first row
    });
    return {
        .last = target->rtt.last, .mean = target->rtt.average, .loss = first->loss(), .hops = target->ttl};
}

} // namespace parallax
