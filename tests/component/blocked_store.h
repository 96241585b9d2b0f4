// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>
#include <QTemporaryDir>

namespace parallax {

/// A store that cannot be made while a file stands where its folder is to be.
struct BlockedStore {
    BlockedStore() { blocked = inTheWay.open(QIODevice::WriteOnly); }
    bool clear() { return inTheWay.remove(); }

    QTemporaryDir folder{};
    QFile inTheWay{folder.filePath(QStringLiteral("place"))};
    QString file = folder.filePath(QStringLiteral("place/store.sqlite"));
    bool blocked = false;
};

} // namespace parallax
