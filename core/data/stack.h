// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/fingerprints.h"
#include "core/data/session_record.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace parallax {

/// Which system's TCP sent this SYN; nothing when it looks like none of the known ones.
std::optional<OperatingSystem> systemOfSyn(const TcpFacts &facts);

/// Which system a browser says it runs on.
std::optional<OperatingSystem> systemOfUserAgent(std::string_view userAgent);

/// For people and exports: "Linux/Android"; "unknown" for a SYN that looks like none; nothing without a SYN.
std::optional<std::string_view> osGuess(const TcpFacts &facts);

/// Routers that a packet passed, by the TTL that is left of 64, 128 or 255.
int routersPassed(std::uint8_t receivedTtl);

} // namespace parallax
