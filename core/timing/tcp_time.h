// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace parallax {

// The TCP server's protocol, a line each way: "time" is answered with the server's time, every other line
// with itself.

inline constexpr std::string_view timeQuestion = "time\n";

/// What the server says to "time", one JSON object in a line.
struct TcpTimeAnswer {
    Timestamp time{}; // to the microsecond
    std::uint64_t connection = 0; // its number at the server
    std::uint64_t requests = 0; // lines of this connection, this one included

    bool operator==(const TcpTimeAnswer &) const = default;
};

/// Whether a line, with its end, asks for the time.
bool asksForTime(std::string_view line);
/// With the line's end.
std::string tcpTimeText(const TcpTimeAnswer &answer);
/// Malformed: not such a line, or a time that no clock shows.
Result<TcpTimeAnswer> parseTcpTime(std::string_view line);

} // namespace parallax
