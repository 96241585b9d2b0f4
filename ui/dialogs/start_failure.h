// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parallax {

/// Says why the program cannot start, to who started it from the desktop and sees no terminal. Returns when
/// the user has read it.
void showStartFailure(const QString &reason);

} // namespace parallax
