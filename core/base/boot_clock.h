// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <ctime>

namespace parallax {

/// Nobody sets it, and it goes on while the machine sleeps, as the wall clock does and steady_clock does not.
struct BootClock {
    using duration = Duration;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<BootClock>;
    static constexpr bool is_steady = true;

    static time_point now()
    {
        timespec at{};
        ::clock_gettime(CLOCK_BOOTTIME, &at);
        return time_point(std::chrono::seconds(at.tv_sec) + std::chrono::nanoseconds(at.tv_nsec));
    }
};

/// By how much the wall clock is ahead of one that nobody sets; of some readings the one between which no
/// other process had its turn.
Duration clockLead();

} // namespace parallax
