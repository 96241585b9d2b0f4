// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>

namespace parallax {

/// What the window remembers from one launch to the next; the configuration is another file.
inline QSettings windowMemory()
{
    return QSettings(QStringLiteral("parallax"), QStringLiteral("window"));
}

} // namespace parallax
