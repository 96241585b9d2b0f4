// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/data/config.h"

namespace parallax {

/// `replay`: the runs of an exported report file, or a scenario measured in virtual time, in words or as
/// reports.
int runReplay(const Config &config, const ReplayOptions &options);

} // namespace parallax
