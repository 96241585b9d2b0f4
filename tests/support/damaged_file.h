// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

namespace parallax {

/// As a disk does that lost the middle third of an SQLite file: whole pages, not the first ones, with the
/// schema.
inline bool damageMiddle(const QString &file)
{
    constexpr qint64 page = 4096; // bytes
    QFile opened(file);
    const qint64 third = opened.size() / 3 / page * page;
    return third > 0 && opened.open(QIODevice::ReadWrite) && opened.seek(third)
        && opened.write(QByteArray(third, '\xff')) == third;
}

} // namespace parallax
