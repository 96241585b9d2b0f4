// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

namespace parallax::lab {

/// A TUN device made in a named network namespace. It vanishes with its descriptor.
Result<int> openTun(const std::string &networkNamespace, const std::string &device);

} // namespace parallax::lab
