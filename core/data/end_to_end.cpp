// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/end_to_end.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr std::size_t leastPart =
    10; // a tenth of the rounds: less is a detour, or a router that seldom answers
constexpr std::size_t mostAhead = 60; // rounds until the target answers again

std::size_t answersOf(const HopHistory &hop)
{
    return static_cast<std::size_t>(std::count_if(hop.samples.begin(), hop.samples.end(),
                                                  [](const HopSample &sample) { return sample.answered(); }));
}

/// The furthest TTL that answers more than now and then, or else the one that did most often; where none did,
/// the first that was asked, whose rounds are all lost.
int furthestTtl(const PathHistory &history)
{
    int furthest = history.hops().empty() ? 0 : history.hops().begin()->first;
    std::size_t most = 0;
    for (auto at = history.hops().rbegin(); at != history.hops().rend(); ++at) {
        const std::size_t answers = at->second.responders.empty() ? 0 : answersOf(at->second);
        if (answers <= most)
            continue;
        furthest = at->first;
        most = answers;
        if (answers * leastPart >= history.rounds())
            break;
    }
    return furthest;
}

/// Where the target was last seen before that round, or else first seen after it. Of two sightings the nearer
/// end: the other may be one whose first answer was lost.
int nearestEnd(const PathHistory &history, std::size_t round)
{
    int nearest = 0;
    int seen = 0;
    const auto look = [&](std::size_t at) {
        if (const auto end = history.endTtl(at))
            nearest = seen++ == 0 ? *end : std::min(nearest, *end);
        return seen == 2;
    };
    for (std::size_t back = round; back > 0; --back) {
        if (look(back - 1))
            return nearest;
    }
    for (std::size_t ahead = round; ahead < history.rounds(); ++ahead) {
        if (look(ahead))
            return nearest;
    }
    return nearest;
}

} // namespace

EndToEnd::EndToEnd(const PathHistory &history, std::size_t firstRound)
    : m_history(history)
    , m_end(nearestEnd(history, firstRound))
    , m_furthest(m_end == 0 ? furthestTtl(history) : 0)
{
}

HopSample EndToEnd::sampleAt(int ttl, std::size_t round) const
{
    const auto hop = m_history.hops().find(ttl);
    return hop == m_history.hops().end() ? HopSample{} : hop->second.at(round);
}

bool EndToEnd::isSecondTry(int end, std::size_t round) const
{
    if (end <= m_end || sampleAt(m_end, round).rttMicroseconds != HopSample::lost)
        return false;
    for (std::size_t next = round + 1; next < m_history.rounds() && next <= round + mostAhead; ++next) {
        if (const auto other = m_history.endTtl(next))
            return *other <= m_end;
    }
    return false;
}

std::optional<int> EndToEnd::endTtl(std::size_t round)
{
    const auto end = m_history.endTtl(round);
    if (!end || (m_end != 0 && isSecondTry(*end, round)))
        return std::nullopt;
    m_end = *end;
    return end;
}

HopSample EndToEnd::at(std::size_t round)
{
    if (const auto end = endTtl(round))
        return sampleAt(*end, round);
    if (m_end == 0)
        return sampleAt(m_furthest, round);
    HopSample sample = sampleAt(m_end, round);
    if (sample.asked())
        sample = {.rttMicroseconds = HopSample::lost}; // a router's answer there is not the target's
    return sample;
}

} // namespace parallax
