// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace parallax {

/// Uniform bits from the kernel's generator.
std::uint64_t randomBits();

/// 128 random bits as 22 characters that need no escaping in a URL (RFC 4648, base64url).
std::string randomToken();

/// A UUID of version 7 (RFC 9562): those made later sort behind, to the millisecond, so that a store adds at
/// its end.
std::string timedUuid(Timestamp now);

/// A ping's nonce, 1 … 2^53 − 1: a browser's JSON numbers hold no more, and the original page ignores a zero.
std::uint64_t randomNonce();

/// Compares without telling by its duration where the two differ.
bool equalInConstantTime(std::string_view a, std::string_view b);

} // namespace parallax
