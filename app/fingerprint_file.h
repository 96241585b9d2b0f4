// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/config.h"
#include "core/data/fingerprints.h"

namespace parallax {

/// Uses the table that the setting `fingerprints` names, if one; the error names file and line. Before the
/// first thread.
Result<void> useFingerprintsOf(const Config &config);

} // namespace parallax
