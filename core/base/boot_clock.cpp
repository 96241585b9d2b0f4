// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/boot_clock.h"

#include <algorithm>

namespace parallax {

Duration clockLead()
{
    constexpr int mostReadings = 5;
    constexpr Duration atOnce = std::chrono::microseconds(50);
    Duration lead{};
    Duration least = Duration::max();
    for (int reading = 0; reading < mostReadings && least > atOnce; ++reading) {
        const auto before = BootClock::now();
        const Timestamp wall = wallClock();
        const Duration took = BootClock::now() - before;
        if (took < least)
            lead = wall.time_since_epoch() - before.time_since_epoch();
        least = std::min(least, took);
    }
    return lead;
}

} // namespace parallax
