// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/api_limits.h"

namespace parallax {

using namespace std::chrono_literals;

std::optional<std::chrono::seconds> RequestRate::enter(const IpAddress &address, Timestamp now,
                                                       const ApiLimits &limits)
{
    if (now - m_began >= 1min || now < m_began) { // a clock that was set back begins anew
        m_began = now;
        m_counts = AddressLimit{};
        m_counts.setFronts({}); // this machine's users have limits too
    }
    if (m_counts.total() >= limits.requestsPerMinute
        || m_counts.held(address) >= limits.requestsPerMinuteAndAddress)
        return std::chrono::ceil<std::chrono::seconds>(m_began + 1min - now);
    m_counts.enter(address);
    return std::nullopt;
}

} // namespace parallax
