// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/admissions.h"

#include "core/base/random.h"

#include <utility>

namespace parallax {

bool isTrustedProxy(const IpAddress &peer, const std::string &trustedProxy)
{
    const auto trusted = IpAddress::parse(trustedProxy);
    return trusted && trusted.value() == peer;
}

bool isFront(const IpAddress &peer, const std::string &trustedProxy)
{
    return peer.isLoopback() || isTrustedProxy(peer, trustedProxy);
}

Invitation Admissions::invite(std::string name, Timestamp now, Duration validFor, std::optional<int> maxUses)
{
    m_invitations.push_back({.token = randomToken(),
                             .name = std::move(name),
                             .created = now,
                             .expires = now + validFor,
                             .maxUses = maxUses});
    return m_invitations.back();
}

std::optional<Invitation> Admissions::revoke(const std::string &token)
{
    Invitation *invitation = find(token);
    if (!invitation)
        return std::nullopt;
    invitation->revoked = true;
    return *invitation;
}

const Invitation *Admissions::find(const std::string &token) const
{
    const Invitation *found = nullptr;
    for (const Invitation &invitation : m_invitations) { // all of them: the time tells nothing
        if (equalInConstantTime(invitation.token, token))
            found = &invitation;
    }
    return found;
}

Invitation *Admissions::find(const std::string &token)
{
    return const_cast<Invitation *>(std::as_const(*this).find(token));
}

const Invitation *Admissions::usable(const std::string &token, const IpAddress &from, Timestamp now) const
{
    const Invitation *invitation = find(token);
    if (!invitation)
        return nullptr;
    const InvitationState state = invitation->state(now);
    const bool again =
        state == InvitationState::UsedUp && m_recentUses.isSameUse(invitation->token, from, now);
    return state == InvitationState::Usable || again ? invitation : nullptr;
}

std::optional<Invitation> Admissions::use(const std::string &token, const IpAddress &from, Timestamp now)
{
    Invitation *invitation = find(token);
    if (!invitation)
        return std::nullopt;
    if (!m_recentUses.isSameUse(invitation->token, from, now))
        ++invitation->uses;
    m_recentUses.note(invitation->token, from, now);
    return *invitation;
}

std::optional<Invitation> Admissions::renew(const std::string &token, const IpAddress &from, Timestamp now)
{
    const Invitation *invitation = find(token);
    if (!invitation || !invitation->maxUses)
        return std::nullopt;
    m_recentUses.note(invitation->token, from, now);
    return *invitation;
}

} // namespace parallax
