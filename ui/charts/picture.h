// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFont>
#include <QPalette>
#include <QSizeF>
#include <QString>

#include <functional>

class QPainter;

namespace parallax {

/// Something that can be saved as it is shown.
struct Picture {
    QString title{}; // "Latency ladder"
    QString fileStem{}; // "ladder"
    QSizeF size{}; // in device-independent pixels
    std::function<void(QPainter &, const QRectF &)> paint{};
};

/// What stands above and below a saved picture, so that it explains itself when passed on.
struct Caption {
    QString heading{}; // whom it is about
    QString footing{}; // when, and by which program
    QFont font{};
    QPalette palette{};
};

/// Writes PNG or SVG, as the file's name ends.
Result<void> savePicture(const Picture &picture, const Caption &caption, const QString &file);

} // namespace parallax
