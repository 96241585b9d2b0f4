// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace parallax {

/// The whole of resources/fingerprints.txt.
std::string_view builtInFingerprintsText();

} // namespace parallax
