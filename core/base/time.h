// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace parallax {

using Duration = std::chrono::nanoseconds;
/// Wall-clock time (UTC), the clock that the kernel stamps captured packets with.
using Timestamp = std::chrono::sys_time<Duration>;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr double toMilliseconds(Duration duration)
{
    return Milliseconds(duration).count();
}

constexpr Duration fromMilliseconds(double milliseconds)
{
    return std::chrono::duration_cast<Duration>(Milliseconds(milliseconds));
}

constexpr double toSeconds(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

constexpr Duration fromSeconds(double seconds)
{
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds));
}

/// The present moment. Called at the edges only; measuring code takes time as an argument.
inline Timestamp wallClock()
{
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

} // namespace parallax
