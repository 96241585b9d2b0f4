// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>

namespace parallax {

enum class InvitationState : std::uint8_t { Usable, Expired, Revoked, UsedUp };

/// A link that lets somebody be measured. The token is a secret: never logged, compared in constant time.
struct Invitation {
    std::string token{};
    std::string name{}; // empty for the link that the window prints
    Timestamp created{};
    Timestamp expires{};
    std::optional<int> maxUses{};
    int uses = 0;
    bool revoked = false;

    InvitationState state(Timestamp now) const;
    bool operator==(const Invitation &) const = default;
};

} // namespace parallax
