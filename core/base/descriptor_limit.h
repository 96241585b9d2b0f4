// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parallax {

/// Raises this process's limit of open descriptors as far as it may: most sessions start with 1024, which a
/// thousand connections exceed. Where it fails, fewer fit.
void allowManyDescriptors();

} // namespace parallax
