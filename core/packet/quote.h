// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/segment.h"

#include <optional>
#include <span>

namespace parallax {

/// Reads the packet quoted by an ICMP error into `error`. Routers owe only the IP header and eight bytes
/// (RFC 792), so nothing beyond is needed. False when it quotes neither TCP, UDP nor an ICMP echo request.
bool readQuote(std::span<const std::uint8_t> quoted, IcmpError &error);

} // namespace parallax
