// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/doctor.h"

namespace parallax {

/// What must be read or written: the store, the files that say where addresses are, and certificate and key
/// if there are any.
std::vector<Check> examineFiles(const Config &config);

} // namespace parallax
