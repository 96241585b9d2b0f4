// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/config.h"

#include <string>

namespace parallax {

/// Writes what was changed from `before` into the file, keeping everything else of it. What options or the
/// environment said of other settings was meant for once, and is written only where the changes need it: a
/// key its certificate, one port another than the file's.
Result<void> writeConfigFile(const std::string &path, const Config &before, const Config &config);

} // namespace parallax
