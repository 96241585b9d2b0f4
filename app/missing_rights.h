// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/update.h"

namespace parallax {

/// What to tell the user when packets can't be captured, with the one command that mends it for this program.
Notice missingRights(const Error &why);

} // namespace parallax
