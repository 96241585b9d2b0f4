// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QTemporaryDir>

namespace parallax {

/// A folder in which the window keeps its settings while this exists: the user's own are left alone.
struct OwnSettings : QTemporaryDir {
    OwnSettings()
    {
        if (!isValid())
            qFatal("no folder for settings: %s", qPrintable(errorString()));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, path());
    }
};

} // namespace parallax
