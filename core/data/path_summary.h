// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_record.h"

#include <optional>
#include <vector>

namespace parallax {

/// Who answered at one TTL. Load balancers make several.
struct Responder {
    IpAddress address{};
    std::vector<Duration> rtts{}; // in the order of sending
    Reply first{}; // its quote, ICMP type and code

    bool operator==(const Responder &) const = default;
};

/// One TTL, or one row of a table.
struct PathHop {
    int ttl = 0;
    std::vector<Responder> responders{}; // in the order of appearance
    int sent = 0; // that left this machine
    int unanswered = 0;
    int notSent = 0;
    int rateLimited = 0; // of the unanswered: more than hops further on lost
    int refused = 0; // of the unanswered; where the path ends in a refusal, of the answers
    std::optional<Duration> last{}; // round trip of its last probe that was answered

    std::vector<Duration> rtts() const;
    bool operator==(const PathHop &) const = default;
};

struct PathSummary {
    std::vector<PathHop> hops{}; // up to where the path ends
    std::optional<int> reachedTtl{};

    bool operator==(const PathSummary &) const = default;
};

PathSummary summarizePath(const TraceRecord &record);

/// Routers between there and here, from the TTL that a reply arrived with: systems begin with 32, 64, 128 or
/// 255.
std::optional<int> returnLength(std::uint8_t receivedTtl);

} // namespace parallax
