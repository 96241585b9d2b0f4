// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/path_rounds.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr std::size_t mostRoundsAtOnce = 16; // the oldest counts as lost then
constexpr Duration mostCatchUp = std::chrono::seconds(1);
constexpr int margin = 2; // TTLs behind a refusal, and for a way that grew
constexpr Duration hostsPause = std::chrono::milliseconds(995); // Linux answers UDP once a second
constexpr int silentRounds = 5; // in which the target may have been lost; then its way may be longer

} // namespace

void PathRounds::begin(Timestamp now)
{
    // A machine that slept, or a clock that was set, begins a new rhythm instead of catching up in a burst.
    const bool late = !m_began || m_due - now > m_interval || now - m_due > m_interval + mostCatchUp;
    m_due = (late ? now : m_due) + m_interval;
    TtlSweepConfig config = m_config;
    m_began = true;
    for (Way &each : m_ways)
        each.asked = std::min(each.asked, now); // the clock was set back
    const std::size_t flow = flowOf(m_nextRound);
    Way &way = m_ways[flow];
    const bool spared = isSpared(way, now);
    if (spared && way.reached <= m_config.firstTtl) {
        ++m_nextRound; // nothing else to ask
        return;
    }
    if (way.last != 0)
        config.maxTtl = std::min(config.maxTtl, spared ? way.last - 1 : way.last);
    way.asked = spared ? way.asked : now;
    config.firstId = m_nextRound * idsPerRound;
    config.firstFlow = static_cast<int>(flow);
    config.flows = 1;
    if (m_rounds.size() >= mostRoundsAtOnce) {
        const auto oldest = m_rounds.begin();
        noteEnd(m_ways[flowOf(oldest->first)], oldest->second);
        m_rounds.erase(oldest);
    }
    m_rounds.try_emplace(m_nextRound++, config);
}

Step PathRounds::next(Timestamp now)
{
    const bool due = !m_began || now >= m_due || m_due - now > m_interval;
    if (due && !m_paused)
        begin(now);
    Timestamp wake = m_paused ? Timestamp::max() : m_due;
    for (auto at = m_rounds.begin(); at != m_rounds.end();) {
        const Step step = at->second.next(now);
        if (std::holds_alternative<Send>(step))
            return step;
        if (const auto *wait = std::get_if<Wait>(&step)) {
            wake = std::min(wake, wait->until);
            ++at;
            continue;
        }
        noteEnd(m_ways[flowOf(at->first)], at->second);
        at = m_rounds.erase(at);
    }
    return Wait{wake};
}

void PathRounds::setPaused(bool paused, Timestamp now)
{
    m_paused = paused;
    m_due = std::max(m_due, now); // what the pause left out is not caught up
}

/// Whether that target was asked by UDP so lately, or has waited less than another flow's, that this round
/// leaves it out.
bool PathRounds::isSpared(const Way &way, Timestamp now) const
{
    if (m_config.method != Method::UdpDatagram || way.reached == 0 || way.last != way.reached)
        return false;
    return std::any_of(m_ways.begin(), m_ways.end(), [&](const Way &other) {
        const bool lately = now >= other.asked && now - other.asked < hostsPause;
        return lately || other.asked < way.asked;
    });
}

std::size_t PathRounds::flowOf(std::uint64_t round) const
{
    return (round - 1) % m_ways.size();
}

/// A refusal on the way does not shorten the path: its hops are asked on, and are lost.
void PathRounds::noteEnd(Way &way, const TtlSweep &sweep)
{
    const auto end = sweep.endTtl();
    if (end && sweep.end() == PathEnd::Reached) {
        way = {.last = *end, .reached = *end, .asked = way.asked};
        return;
    }
    if (end) {
        way.last = std::max(way.reached, *end + margin);
        return;
    }
    if (sweep.maxTtl() < way.reached)
        return; // the target was not asked
    const bool routerThere = way.reached > 0 && sweep.isAnswered(way.reached);
    const bool isLittleLonger = routerThere && sweep.maxTtl() == way.reached;
    way.silent = routerThere ? silentRounds : way.silent + 1;
    way.last = isLittleLonger ? way.reached + margin : way.silent < silentRounds ? way.reached : 0;
}

void PathRounds::observe(const Observation &observation)
{
    const auto round = m_rounds.find(static_cast<std::uint64_t>(observation.probe.id) / idsPerRound);
    if (round != m_rounds.end())
        round->second.observe(observation);
}

} // namespace parallax
