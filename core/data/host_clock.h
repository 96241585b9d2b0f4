// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>

namespace parallax {

/// What keeps this machine's clock.
enum class TimeService : std::uint8_t { None, Chrony, Timesyncd, Ntpd };

/// What a time service says of itself.
struct TimeServiceState {
    TimeService service = TimeService::None;
    bool synchronised = false;
    std::string source{}; // name or address of the server it follows; empty: none
    std::optional<int> stratum{};
    std::optional<Duration> offset{}; // how far off it believes the clock, without its sign
    std::optional<Duration> mostError{}; // its root distance and the offset (RFC 5905, 11.1)

    bool operator==(const TimeServiceState &) const = default;
};

/// This machine's time synchronisation: the service that answered, and what the kernel was told.
struct HostClock {
    TimeServiceState service{};
    bool kernelSynchronised = false; // STA_UNSYNC is not set
    Duration kernelEstimatedError{};
    Duration kernelMostError{};

    bool operator==(const HostClock &) const = default;
};

} // namespace parallax
