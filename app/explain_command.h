// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/data/config.h"

namespace parallax {

/// `explain`: a stored run's verdict, evidence and reasons in words, as they were judged then.
int runExplain(const Config &config, const ExplainOptions &options);

} // namespace parallax
