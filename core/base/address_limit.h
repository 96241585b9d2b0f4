// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"

#include <map>
#include <utility>
#include <vector>

namespace parallax {

/// The addresses of this machine itself, from where a reverse proxy may bring everybody.
std::vector<IpAddress> loopbackAddresses();

/// What counts as one host: the address, of IPv6 its /64, which is what one host is usually given.
IpAddress hostOf(const IpAddress &address);

/// Counts what each host's address holds open.
class AddressLimit
{
public:
    /// Many may come from `fronts`: what they hold counts in all, but not as one address's.
    void setFronts(std::vector<IpAddress> fronts) { m_fronts = std::move(fronts); }
    /// One more; the answer is how many that address holds now.
    int enter(const IpAddress &address);
    void leave(const IpAddress &address);
    int held(const IpAddress &address) const;
    int total() const { return m_total; }

private:
    bool isFront(const IpAddress &address) const;

    std::vector<IpAddress> m_fronts = loopbackAddresses();
    std::map<IpAddress, int> m_held;
    int m_total = 0;
};

} // namespace parallax
