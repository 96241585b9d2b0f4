// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace parallax {

/// What printf would print, however long: C++20's std::format is not in GCC 12.
[[gnu::format(printf, 1, 2)]] std::string printed(const char *format, ...);

} // namespace parallax
