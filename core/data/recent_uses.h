// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/base/time.h"

#include <map>
#include <string>
#include <utility>

namespace parallax {

/// Who used which invitation a short while ago: a reload or reconnect from the same address within ten
/// minutes is the same use.
class RecentUses
{
public:
    /// A use has begun, or the run of one has ended: its ten minutes begin now.
    void note(const std::string &token, const IpAddress &from, Timestamp now);
    bool isSameUse(const std::string &token, const IpAddress &from, Timestamp now) const;
    /// The same of whoever fetches a page from there, which may not be the address its socket will come from:
    /// browsers choose between IPv4 and IPv6 anew, and a front of this machine may pass on the page alone.
    bool mayBeSameUse(const std::string &token, const IpAddress &from, Timestamp now) const;

private:
    using Uses = std::map<std::pair<std::string, IpAddress>, Timestamp>;

    void forgetOld(Timestamp now);

    Uses m_uses; // by token and address
    Timestamp m_nextForgetting{};
};

} // namespace parallax
