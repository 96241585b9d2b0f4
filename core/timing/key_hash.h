// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace parallax {

/// HMAC-SHA-256 cut to 128 bits, as STAMP has it (RFC 8762, 4.4).
using KeyHash = std::array<std::uint8_t, 16>;
KeyHash keyHash(std::string_view key, std::span<const std::uint8_t> bytes);

} // namespace parallax
