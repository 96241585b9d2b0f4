// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parallax {

/// "Chrome on Android" from a User-Agent, or empty where it names none that we know.
QString browserName(const QString &userAgent);

} // namespace parallax
