// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"

#include <optional>
#include <string_view>

namespace parallax {

/// The system whose TCP sent this SYN, "unknown" if no entry of the table fits, nothing if no SYN was seen.
/// It names whatever ends the connection, which need not be the browser's machine.
std::optional<std::string_view> osGuess(const TcpFacts &facts);

} // namespace parallax
