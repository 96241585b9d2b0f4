// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/end_to_end.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr std::size_t leastPart =
    10; // a tenth of the rounds: less is a detour, or a router that seldom answers
constexpr std::size_t leastAnswers = 3;
constexpr std::size_t mostAhead = 60; // rounds until the target answers again

struct Answers {
    std::size_t count = 0;
    std::size_t first = 0; // round
    std::size_t last = 0;

    /// More than now and then, for as long as it answered at all.
    bool areSteady() const { return count >= leastAnswers && count * leastPart >= last - first + 1; }
};

Answers answersOf(const HopHistory &hop)
{
    Answers answers;
    for (std::size_t round = 0; round < hop.samples.size(); ++round) {
        if (!hop.samples[round].answered())
            continue;
        answers.first = answers.count++ == 0 ? round : answers.first;
        answers.last = round;
    }
    return answers;
}

/// The furthest TTL that answers more than now and then, or else the one that did most often; where none did,
/// the first that was asked, whose rounds are all lost.
int furthestTtl(const PathHistory &history)
{
    int furthest = history.hops().empty() ? 0 : history.hops().begin()->first;
    std::size_t most = 0;
    for (auto at = history.hops().end(); at != history.hops().begin();) {
        --at;
        const Answers answers = at->second.responders.empty() ? Answers{} : answersOf(at->second);
        if (answers.count <= most)
            continue;
        furthest = at->first;
        most = answers.count;
        if (answers.areSteady())
            break;
    }
    return furthest;
}

/// Where the flow of that round last saw the target before it, or else first after it. Of two sightings the
/// nearer end: the other may be one whose first answer was lost.
int nearestEnd(const PathHistory &history, std::size_t round)
{
    const std::size_t step = history.flows();
    int nearest = 0;
    int seen = 0;
    const auto look = [&](std::size_t at) {
        if (const auto end = history.endTtl(at))
            nearest = seen++ == 0 ? *end : std::min(nearest, *end);
        return seen == 2;
    };
    for (std::size_t back = round; back >= step; back -= step) {
        if (look(back - step))
            return nearest;
    }
    for (std::size_t ahead = round; ahead < history.rounds(); ahead += step) {
        if (look(ahead))
            return nearest;
    }
    return nearest;
}

} // namespace

EndToEnd::EndToEnd(const PathHistory &history, std::size_t firstRound)
    : m_history(history)
    , m_ends(history.flows())
{
    for (std::size_t turn = 0; turn < history.flows(); ++turn)
        m_ends[history.flowOf(firstRound + turn)] = nearestEnd(history, firstRound + turn);
    if (std::all_of(m_ends.begin(), m_ends.end(), [](int end) { return end == 0; }))
        m_furthest = furthestTtl(history);
}

HopSample EndToEnd::sampleAt(int ttl, std::size_t round) const
{
    const auto hop = m_history.hops().find(ttl);
    return hop == m_history.hops().end() ? HopSample{} : hop->second.at(round);
}

bool EndToEnd::isSecondTry(int end, std::size_t round) const
{
    const int known = m_ends[m_history.flowOf(round)];
    if (known == 0 || end <= known || sampleAt(known, round).rttMicroseconds != HopSample::lost)
        return false;
    const std::size_t step = m_history.flows();
    const std::size_t behind = std::min(m_history.rounds(), round + mostAhead * step + 1);
    for (std::size_t next = round + step; next < behind; next += step) {
        if (const auto other = m_history.endTtl(next))
            return *other <= known;
    }
    return false;
}

std::optional<int> EndToEnd::endTtl(std::size_t round)
{
    const auto end = m_history.endTtl(round);
    if (!end || isSecondTry(*end, round))
        return std::nullopt;
    m_ends[m_history.flowOf(round)] = *end;
    return end;
}

std::optional<int> EndToEnd::furthestEnd() const
{
    const int end = *std::max_element(m_ends.begin(), m_ends.end());
    return end == 0 ? std::nullopt : std::optional(end);
}

HopSample EndToEnd::at(std::size_t round)
{
    if (const auto end = endTtl(round))
        return sampleAt(*end, round);
    if (m_furthest != 0)
        return sampleAt(m_furthest, round);
    int end = m_ends[m_history.flowOf(round)];
    if (end == 0) // that flow never got there: the others show how far it is
        end = furthestEnd().value_or(0);
    const HopSample sample = sampleAt(end, round);
    const bool askedBehind = sampleAt(end + 1, round).asked();
    if (!sample.asked() || (sample.answered() && !askedBehind))
        return {}; // the way is longer now, and that round did not go to its end
    return {.rttMicroseconds = HopSample::lost}; // a router's answer there is not the target's
}

} // namespace parallax
