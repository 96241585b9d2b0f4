// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/boot_clock.h"

#include <chrono>
#include <optional>

namespace parallax {

/// Tells when our own clock was set: it then moves against one that cannot be set. (Slewing moves both.)
class StepWatch
{
public:
    static constexpr Duration least = std::chrono::microseconds(500); // of a step; both are not read at once

    /// By how much it was set since the last call; nothing if it was not.
    std::optional<Duration> see(Timestamp wall, BootClock::time_point sinceBoot)
    {
        const Duration apart = wall.time_since_epoch() - sinceBoot.time_since_epoch();
        const Duration moved = m_apart ? apart - *m_apart : Duration{};
        m_apart = apart;
        if (std::chrono::abs(moved) < least)
            return std::nullopt;
        return moved;
    }

private:
    std::optional<Duration> m_apart;
};

} // namespace parallax
