// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/data/config.h"

namespace parallax {

/// `export`: stored runs, all or one, to stdout or a file. Damaged ones are named on stderr and left out.
int runExport(const Config &config, const ExportOptions &options);

} // namespace parallax
