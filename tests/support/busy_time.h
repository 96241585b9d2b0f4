// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>

namespace parallax {

/// Processor time of this thread. Other programs' work is not in it, but how quick the machine is.
inline double threadBusyMs()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

/// Goals are printed. Judged is what no machine explains, such as a series drawn point by point: more than so
/// many times the goal.
constexpr double slowMachine = 4.0;

} // namespace parallax
