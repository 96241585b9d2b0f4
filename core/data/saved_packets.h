// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/packet_exchange.h"

#include <string_view>

namespace parallax {

/// Machine-readable. Stable: extend, do not rename.
std::string_view nameOf(PacketAnswer::Kind kind);

/// What was sent and what came back, in the order of their moments, with a comment at each.
std::vector<SavedPacket> savedExchange(const std::vector<SentPacket> &sent,
                                       const std::vector<PacketAnswer> &answers);

} // namespace parallax
