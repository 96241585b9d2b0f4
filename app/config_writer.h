// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/config.h"

#include <string>

namespace parallax {

/// Changes the values in the file, keeping comments and order; adds what differs from the defaults.
Result<void> writeConfigFile(const std::string &path, const Config &config);

} // namespace parallax
