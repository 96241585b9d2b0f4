// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/mtu_search.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr int leastV4 = 68; // RFC 791
constexpr int leastV6 = 1280; // RFC 8200
constexpr int attempts = 2;
constexpr std::uint8_t probeTtl = 64;

} // namespace

MtuSearch::MtuSearch(MtuSearchConfig config)
    : m_config(config)
    , m_least(config.target.isV4() ? leastV4 : leastV6)
    , m_fits(m_least)
    , m_most(std::max<int>(config.first, m_fits))
{
}

Step MtuSearch::next(Timestamp now)
{
    if (m_outstanding)
        return Wait{Timestamp::max()};
    if (m_over || (m_fits >= m_most && m_heard))
        return Done{};
    if (!m_rested)
        m_notBefore = now + m_config.rest;
    m_rested = true;
    m_notBefore = std::min(m_notBefore, now + m_config.rest); // the clock may be set back
    if (now < m_notBefore)
        return Wait{m_notBefore};
    if (m_asked == 0)
        m_asked = m_most;
    m_outstanding = true;
    const int length = !m_checking ? m_asked : m_heard ? m_fits : m_config.passes;
    return Send{.probe = {.id = ProbeId{m_nextId++},
                          .method = m_config.method,
                          .ttl = probeTtl,
                          .length = static_cast<std::uint16_t>(length)},
                .timeout = m_config.patience};
}

void MtuSearch::tooLarge(std::uint16_t said)
{
    m_silent = 0;
    m_most = std::max(m_fits, std::min<int>(m_asked - 1, said != 0 ? said : m_asked - 1));
    m_asked = said != 0 ? m_most : (m_fits + m_most + 1) / 2;
}

/// What fitted was another path's.
void MtuSearch::beginAnew(std::uint16_t said)
{
    m_beganAnew = true;
    m_heard = false;
    m_silent = 0;
    m_fits = m_least;
    m_most = std::max<int>(m_least, said);
    m_asked = m_most;
}

void MtuSearch::check(bool answered)
{
    m_rested = false;
    if (answered) {
        m_checking = false;
        tooLarge(0);
    } else if (++m_silent >= attempts) {
        m_over = true;
    }
}

void MtuSearch::observe(const Observation &observation)
{
    if (static_cast<std::uint64_t>(observation.probe.id) < firstMtuId)
        return; // a late answer to the trace
    m_outstanding = false;
    const bool answered = reachedTarget(observation, m_config.target);
    if (m_checking) {
        check(answered);
    } else if (answered) {
        m_heard = true;
        m_rested = false;
        m_silent = 0;
        m_fits = std::max(m_fits, m_asked);
        m_asked = (m_fits + m_most + 1) / 2;
    } else if (observation.reply && observation.reply->mtu != 0 && m_fits < m_most) {
        const std::uint16_t said = observation.reply->mtu;
        if (m_heard && !m_beganAnew && said < m_fits)
            beginAnew(said);
        else // who says that more would fit than did not has no say
            tooLarge(said < m_asked ? said : std::uint16_t{0});
    } else if (++m_silent >= attempts) {
        m_over = m_fits >= m_most; // the least that there is
        m_checking = true;
        m_silent = 0;
    }
}

} // namespace parallax
