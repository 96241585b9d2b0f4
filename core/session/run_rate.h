// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address_limit.h"
#include "core/base/time.h"

namespace parallax {

/// How many runs may begin in a minute. Each is kept for ever, and whoever has the link could begin hundreds
/// a second.
struct RunLimits {
    int perAddress = 60; // of IPv6 its /64
    int perFronts = 1200; // all who come by a reverse proxy together: it has one address for everybody
};

/// Counts begun runs by the minute.
class RunRate
{
public:
    /// Many may come from `fronts`.
    void setFronts(std::vector<IpAddress> fronts) { m_fronts = std::move(fronts); }
    bool mayBegin(const IpAddress &address, Timestamp now, const RunLimits &limits = {}) const;
    void enter(const IpAddress &address, Timestamp now);

private:
    bool isFront(const IpAddress &address) const;
    /// The minute is over. A clock that was set back begins anew.
    bool isOver(Timestamp now) const;

    std::vector<IpAddress> m_fronts = loopbackAddresses();
    Timestamp m_began{};
    AddressLimit m_counts; // of all but fronts
    int m_byFronts = 0;
};

} // namespace parallax
