// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/path_rounds.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr std::size_t mostRoundsAtOnce = 16; // the oldest counts as lost then
constexpr Duration mostCatchUp = std::chrono::seconds(1);
constexpr int margin = 2; // TTLs beyond the last known end: a detour is longer

} // namespace

void PathRounds::begin(Timestamp now)
{
    // A machine that slept, or a clock that was set, begins a new rhythm instead of catching up in a burst.
    const bool late = !m_began || m_due - now > m_interval || now - m_due > m_interval + mostCatchUp;
    m_due = (late ? now : m_due) + m_interval;
    TtlSweepConfig config = m_config;
    if (!m_began)
        m_end = config.maxTtl;
    m_began = true;
    config.maxTtl = std::min(config.maxTtl, m_end);
    config.firstId = m_nextRound * idsPerRound;
    config.firstFlow =
        static_cast<int>((m_nextRound - 1) % static_cast<std::uint64_t>(std::max(1, m_config.flows)));
    config.flows = 1;
    if (m_rounds.size() >= mostRoundsAtOnce)
        m_rounds.erase(m_rounds.begin());
    m_rounds.try_emplace(m_nextRound++, config);
}

Step PathRounds::next(Timestamp now)
{
    if (!m_began || now >= m_due || m_due - now > m_interval)
        begin(now);
    Timestamp wake = m_due;
    for (auto &[number, sweep] : m_rounds) {
        const Step step = sweep.next(now);
        if (std::holds_alternative<Send>(step))
            return step;
        if (const auto *wait = std::get_if<Wait>(&step))
            wake = std::min(wake, wait->until);
        else
            noteEnd(sweep);
    }
    std::erase_if(m_rounds, [](const auto &entry) { return entry.second.finished(); });
    return Wait{wake};
}

/// A refusal on the way does not shorten the path: its hops are asked on, and are lost.
void PathRounds::noteEnd(const TtlSweep &sweep)
{
    const auto end = sweep.endTtl();
    if (end && sweep.end() == PathEnd::Reached)
        m_end = m_reached = *end + margin;
    else
        m_end = end ? std::max(m_reached, *end + margin) : m_config.maxTtl;
}

void PathRounds::observe(const Observation &observation)
{
    const auto round = m_rounds.find(static_cast<std::uint64_t>(observation.probe.id) / idsPerRound);
    if (round != m_rounds.end())
        round->second.observe(observation);
}

} // namespace parallax
