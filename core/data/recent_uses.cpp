// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/recent_uses.h"

#include <algorithm>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr Duration sameUseWithin = 10min;
constexpr Duration betweenForgettings = 1min; // all uses are looked at, and a crowd comes at once

} // namespace

void RecentUses::note(const std::string &token, const IpAddress &from, Timestamp now)
{
    forgetOld(now);
    m_uses[{token, from}] = now;
}

bool RecentUses::isSameUse(const std::string &token, const IpAddress &from, Timestamp now) const
{
    const auto recent = m_uses.find({token, from});
    return recent != m_uses.end() && now - recent->second < sameUseWithin;
}

bool RecentUses::mayBeSameUse(const std::string &token, const IpAddress &from, Timestamp now) const
{
    return std::any_of(
        m_uses.lower_bound({token, IpAddress{}}), m_uses.end(), [&](const Uses::value_type &use) {
            const auto &[key, at] = use;
            const bool isComparable = key.second.isV4() == from.isV4() && !from.isLoopback();
            return key.first == token && now - at < sameUseWithin && (key.second == from || !isComparable);
        });
}

void RecentUses::forgetOld(Timestamp now)
{
    if (now < m_nextForgetting)
        return;
    m_nextForgetting = now + betweenForgettings;
    std::erase_if(m_uses, [now](const auto &use) { return now - use.second >= sameUseWithin; });
}

} // namespace parallax
