// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/invitation.h"

namespace parallax {

InvitationState Invitation::state(Timestamp now) const
{
    if (revoked)
        return InvitationState::Revoked;
    if (now >= expires)
        return InvitationState::Expired;
    if (maxUses && uses >= *maxUses)
        return InvitationState::UsedUp;
    return InvitationState::Usable;
}

} // namespace parallax
