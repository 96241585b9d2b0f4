// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address_limit.h"
#include "core/base/time.h"

#include <chrono>
#include <optional>

namespace parallax {

/// What the API gives at most; docs/api.md says so too. IPv6 addresses count by /64.
struct ApiLimits {
    int requestsPerMinute = 1200;
    int requestsPerMinuteAndAddress = 300;
    int running = 64; // traces and pings
    int runningPerAddress = 32;
    int kept = 64; // that are over
    std::chrono::seconds keptFor{600};
    int streams = 32; // of events
    std::chrono::milliseconds lookup{20'000}; // for the target's address
};

/// Counts requests by the minute.
class RequestRate
{
public:
    /// One more; how long to wait where it is one too many.
    std::optional<std::chrono::seconds> enter(const IpAddress &address, Timestamp now,
                                              const ApiLimits &limits);

private:
    Timestamp m_began{};
    AddressLimit m_counts;
};

} // namespace parallax
