// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/clock_sample.h"

#include <cstdint>
#include <span>
#include <string>

namespace parallax {

/// The answer to a frame, JSON as the original's server sends it.
struct ClockReply {
    std::uint64_t number = 0; // ack_num: frames answered for this client
    ClockScheme scheme = ClockScheme::Raw;
    Duration correction{}; // to be added to the client's clock, by the server's filter
    Timestamp serverTime{}; // to the microsecond

    bool operator==(const ClockReply &) const = default;
};

std::string clockReplyText(const ClockReply &reply);
/// Lenient where the original's server might differ: the scheme's case, other members, fractions of a µs.
Result<ClockReply> parseClockReply(std::span<const std::uint8_t> bytes);

} // namespace parallax
