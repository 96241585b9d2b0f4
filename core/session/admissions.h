// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/data/invitation.h"
#include "core/data/recent_uses.h"

#include <optional>
#include <string>
#include <vector>

namespace parallax {

/// However it is written; an empty one is nobody.
bool isTrustedProxy(const IpAddress &peer, const std::string &trustedProxy);
/// Whether a reverse proxy at this end may bring testers from this address, so that its forwarding headers
/// count: loopback, and the trusted one.
bool isFront(const IpAddress &peer, const std::string &trustedProxy);

/// Who may come: the invitations and how often each was used. Tokens are compared in constant time.
class Admissions
{
public:
    /// A new link; nobody can guess its token.
    Invitation invite(std::string name, Timestamp now, Duration validFor, std::optional<int> maxUses);
    std::optional<Invitation> revoke(const std::string &token);

    /// The invitation of this token if this address may use it now.
    const Invitation *usable(const std::string &token, const IpAddress &from, Timestamp now) const;
    /// Counts a use and tells the invitation as it is now. A reload or reconnect within ten minutes is the
    /// same.
    std::optional<Invitation> use(const std::string &token, const IpAddress &from, Timestamp now);
    /// The run of a use has ended: its ten minutes begin now, however long it took. Nothing where uses are
    /// not limited.
    std::optional<Invitation> renew(const std::string &token, const IpAddress &from, Timestamp now);

private:
    Invitation *find(const std::string &token);
    const Invitation *find(const std::string &token) const;

    std::vector<Invitation> m_invitations;
    RecentUses m_recentUses;
};

} // namespace parallax
