// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/data/config.h"
#include "core/data/host_clock.h"

namespace parallax {

/// Asks the time services' own tools and the kernel; waits for them, a few seconds at most. Sets nothing.
HostClock hostClock();

/// `parallax-cli clock notes`; returns the exit code.
int runClockNotes(const Config &config, const ClockNotesOptions &options);

} // namespace parallax
