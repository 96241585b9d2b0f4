// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/run_rate.h"

#include <algorithm>

namespace parallax {

using namespace std::chrono_literals;

bool RunRate::isOver(Timestamp now) const
{
    return now - m_began >= 1min || now < m_began;
}

bool RunRate::isFront(const IpAddress &address) const
{
    return std::find(m_fronts.begin(), m_fronts.end(), address) != m_fronts.end();
}

bool RunRate::mayBegin(const IpAddress &address, Timestamp now, const RunLimits &limits) const
{
    if (isOver(now))
        return true;
    return isFront(address) ? m_byFronts < limits.perFronts : m_counts.held(address) < limits.perAddress;
}

void RunRate::enter(const IpAddress &address, Timestamp now)
{
    if (isOver(now)) {
        m_began = now;
        m_byFronts = 0;
        m_counts = AddressLimit{};
        m_counts.setFronts({}); // they are counted here
    }
    if (isFront(address))
        ++m_byFronts;
    else
        m_counts.enter(address);
}

} // namespace parallax
