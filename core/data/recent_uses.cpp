// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/recent_uses.h"

#include <algorithm>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr Duration sameUseWithin = 10min;
constexpr Duration betweenForgettings = 1min; // all uses are looked at, and a crowd comes at once

/// Before or after, as the clock may have been set back by a little. By more, the use says nothing.
bool isRecent(Timestamp use, Timestamp now)
{
    return std::chrono::abs(now - use) < sameUseWithin;
}

} // namespace

void RecentUses::note(const std::string &token, const IpAddress &from, Timestamp now)
{
    forgetOld(now);
    m_uses[{token, from}] = now;
}

bool RecentUses::isSameUse(const std::string &token, const IpAddress &from, Timestamp now) const
{
    const auto recent = m_uses.find({token, from});
    return recent != m_uses.end() && isRecent(recent->second, now);
}

bool RecentUses::mayBeSameUse(const std::string &token, const IpAddress &from, Timestamp now) const
{
    return std::any_of(
        m_uses.lower_bound({token, IpAddress{}}), m_uses.end(), [&](const Uses::value_type &use) {
            const auto &[key, at] = use;
            const bool isComparable = key.second.isV4() == from.isV4() && !from.isLoopback();
            return key.first == token && isRecent(at, now) && (key.second == from || !isComparable);
        });
}

void RecentUses::forgetOld(Timestamp now)
{
    m_nextForgetting =
        std::min(m_nextForgetting, now + betweenForgettings); // the clock may have been set back
    if (now < m_nextForgetting)
        return;
    m_nextForgetting = now + betweenForgettings;
    std::erase_if(m_uses, [now](const auto &use) { return !isRecent(use.second, now); });
}

} // namespace parallax
