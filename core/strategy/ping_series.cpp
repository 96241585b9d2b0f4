// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/ping_series.h"

namespace parallax {

namespace {

constexpr Duration mostCatchUp = std::chrono::seconds(1);

} // namespace

Step PingSeries::next(Timestamp now)
{
    const bool allSent = m_config.count > 0 && m_sent >= static_cast<std::uint64_t>(m_config.count);
    if (allSent)
        return m_resolved >= m_sent ? Step{Done{}} : Step{Wait{Timestamp::max()}};
    const bool setBack = m_due - now > m_config.interval;
    if (m_sent > 0 && now < m_due && !setBack)
        return Wait{m_due};
    // A machine that slept, or a clock that was set, begins a new rhythm instead of catching up in a burst.
    const bool late = m_sent == 0 || setBack || now - m_due > m_config.interval + mostCatchUp;
    m_due = (late ? now : m_due) + m_config.interval;
    Probe probe = m_config.probe;
    probe.id = ProbeId{m_config.firstId + m_sent++};
    return Send{.probe = probe, .timeout = m_config.timeout};
}

void PingSeries::observe(const Observation &observation)
{
    ++m_resolved;
    m_reached = m_reached || reachedTarget(observation, m_config.target);
    const auto said = observation.reply ? std::optional(observation.reply->kind) : std::nullopt;
    m_refused = m_refused || said == ReplyKind::Unreachable; // also: too large for a link
    m_expired = m_expired || said == ReplyKind::TimeExceeded;
}

PathEnd PingSeries::end() const
{
    if (m_reached)
        return PathEnd::Reached;
    if (m_refused)
        return PathEnd::Unreachable;
    return m_expired ? PathEnd::MaxTtl : PathEnd::Silent;
}

} // namespace parallax
