// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/clock_board.h"

#include "core/base/overloaded.h"

#include <algorithm>

namespace parallax {

namespace {

template<class Value>
void append(std::deque<Value> &all, const std::vector<Value> &more, std::size_t most)
{
    all.insert(all.end(), more.begin(), more.end());
    if (all.size() > most)
        all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(most));
}

} // namespace

void ClockBoard::apply(const ClockUpdate &update)
{
    const auto known = [&](ClockId clock, auto change) {
        if (const auto found = m_clocks.find(clock); found != m_clocks.end())
            change(found->second);
    };
    std::visit(
        Overloaded{
            [&](const ClockServing &u) { m_server = {.serving = u.address}; },
            [&](const ClockServed &u) {
                append(m_server.samples, u.samples, mostSamples);
                m_server.counts = u.counts;
            },
            [&](const ClockServingStopped &) { m_server.serving.reset(); },
            [&](const ClockServerFailed &u) { m_server = {.failed = u.error}; },
            [&](const ClockOpened &u) {
                m_clocks[u.clock] = {.request = u.request, .address = u.address, .started = u.at};
            },
            [&](const ClockSampled &u) {
                known(u.clock, [&](ClockState &state) {
                    append(state.samples, u.samples, mostSamples);
                    append(state.events, u.events, mostEvents);
                    state.eventsSeen += u.events.size();
                    state.counts = u.counts;
                });
            },
            [&](const ClockClosed &u) { known(u.clock, [&](ClockState &state) { state.end = u.end; }); },
            [&](const ClockFailed &u) {
                ClockState &state = m_clocks[u.clock];
                state.request = u.request;
                state.failed = u.error;
                state.end = ClockEnd::Finished;
            },
            [&](const auto &u) { m_tcpServer.apply(u); }, // the four of the TCP server
        },
        update);
}

const ClockState *ClockBoard::find(ClockId clock) const
{
    const auto found = m_clocks.find(clock);
    return found == m_clocks.end() ? nullptr : &found->second;
}

std::vector<ClockPoint> offsetsOf(const ClockState &state)
{
    std::vector<ClockPoint> points;
    points.reserve(state.samples.size());
    for (const ClockSample &sample : state.samples)
        points.push_back({momentOf(sample), sample.exchange.offset()});
    return points;
}

std::vector<ClockPoint> correctionsOf(const ClockState &state)
{
    std::vector<ClockPoint> points;
    points.reserve(state.samples.size());
    for (const ClockSample &sample : state.samples) {
        if (sample.correction)
            points.push_back({momentOf(sample), *sample.correction});
    }
    return points;
}

std::vector<ClockPoint> sinceLastStep(const ClockState &state, const std::vector<ClockPoint> &points)
{
    const auto first = std::find_if(state.samples.begin(), state.samples.end(), [&](const ClockSample &each) {
        return each.stepsBefore == state.samples.back().stepsBefore;
    });
    if (first == state.samples.end())
        return points;
    const auto from = std::find_if(points.begin(), points.end(),
                                   [&](const ClockPoint &point) { return point.at >= momentOf(*first); });
    return {from, points.end()};
}

std::optional<ClockQuality> recentQuality(const ClockState &state)
{
    std::vector<ClockPoint> newest;
    for (auto at = state.samples.rbegin(); at != state.samples.rend() && newest.size() < recentOffsets;
         ++at) {
        if (at->stepsBefore == state.samples.back().stepsBefore)
            newest.push_back({momentOf(*at), at->exchange.offset()});
    }
    return newest.size() < 2 ? std::nullopt : std::optional(qualityOf(statisticsOf(newest)));
}

} // namespace parallax
