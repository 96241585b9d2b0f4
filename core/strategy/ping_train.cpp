// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/ping_train.h"

#include <algorithm>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr Duration leastControlTimeout = 500ms;
constexpr int controlTimeoutFactor = 4; // of the slowest text ping so far

} // namespace

bool PingTrain::finished() const
{
    return m_textResolved == m_config.count && !m_outstanding && !m_controlDue;
}

Step PingTrain::next(Timestamp now)
{
    if (m_outstanding)
        return Wait{Timestamp::max()};
    if (m_controlDue)
        return sendControl();
    if (m_textSent == m_config.count)
        return Done{};
    m_due = std::min(m_due, now + m_config.interval); // the clock may be set back
    if (now < m_due)
        return Wait{m_due};
    return sendText(now);
}

Step PingTrain::sendText(Timestamp now)
{
    m_due = now + m_config.interval;
    m_outstanding = true;
    ++m_textSent;
    return Send{.probe = {.id = ProbeId{m_nextId++}, .method = Method::WebSocketText},
                .timeout = m_config.timeout};
}

Step PingTrain::sendControl()
{
    m_controlDue = false;
    m_outstanding = true;
    const Duration patience = std::max(leastControlTimeout, controlTimeoutFactor * m_longestText);
    return Send{.probe = {.id = ProbeId{m_nextId++}, .method = Method::WebSocketControl},
                .timeout = std::min(m_config.timeout, patience)};
}

void PingTrain::observe(const Observation &observation)
{
    m_outstanding = false;
    if (observation.probe.method == Method::WebSocketControl) {
        m_controlWanted = m_controlWanted && observation.reply.has_value();
        return;
    }
    ++m_textResolved;
    if (!observation.reply)
        return;
    m_longestText = std::max(m_longestText, *observation.rtt());
    m_controlDue = m_controlWanted;
}

} // namespace parallax
