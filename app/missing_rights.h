// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/update.h"

#include <string>

namespace parallax {

/// The one command that gives this program its right.
std::string grantCommand();

/// What to tell the user when packets can't be captured, with the one command that mends it for this program.
Notice missingRights(const Error &why);

} // namespace parallax
