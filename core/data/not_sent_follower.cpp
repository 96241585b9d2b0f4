// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/not_sent_follower.h"

#include "core/data/round_gap.h"

namespace parallax {

NotSentFollower::NotSentFollower(const PathHistory &history, Duration roundLength)
    : m_history(history)
    , m_roundLength(roundLength)
{
}

void NotSentFollower::round(std::size_t round)
{
    const std::optional<bool> sent = isSent(round);
    if (!sent)
        return;
    followGap(round);
    m_last = round;
    m_against = *sent == m_began.has_value() ? m_against + 1 : 0;
    if (m_against == 1)
        m_turned = m_history.start(round);
    if (m_against == notSentRounds)
        turn(m_turned);
}

/// One probe that left is enough. Nothing: none was sent or refused, or its answer is still awaited.
std::optional<bool> NotSentFollower::isSent(std::size_t round) const
{
    std::optional<bool> sent;
    for (const auto &[ttl, hop] : m_history.hops()) {
        const HopSample sample = hop.at(round);
        if (sample.asked())
            return true;
        if (sample.rttMicroseconds == HopSample::notSent)
            sent = false;
    }
    return sent;
}

/// Nobody knows for how much longer it went on.
void NotSentFollower::followGap(std::size_t round)
{
    if (!m_last || m_history.start(round) - m_history.start(*m_last) <= gapAfter(m_roundLength))
        return;
    if (m_began && m_against == 0)
        turn(m_history.end(*m_last));
    else if (m_began)
        turn(m_turned);
    m_against = 0;
}

/// It begins, or ends where it stands.
void NotSentFollower::turn(Timestamp at)
{
    m_against = 0;
    if (m_began)
        m_events.push_back({.kind = PathEvent::Kind::NotSentEnded, .at = at, .lasted = at - *m_began});
    else
        m_events.push_back({.kind = PathEvent::Kind::NotSentBegan, .at = at});
    m_began = m_began ? std::nullopt : std::optional(at);
}

} // namespace parallax
