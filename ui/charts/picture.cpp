// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/picture.h"

#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace parallax {

namespace {

constexpr double border = 16.0;
constexpr int pixelsPerUnit = 2; // sharp on dense screens and in print

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

struct Layout {
    QSizeF whole;
    QRectF heading;
    QRectF title;
    QRectF picture;
    QRectF footing;
};

Layout layoutOf(const Picture &picture, const Caption &caption)
{
    const double line = std::ceil(QFontMetricsF(bold(caption.font)).height() * 1.2);
    const double width = picture.size.width();
    Layout layout;
    layout.heading = {border, border, width, line};
    layout.title = {border, border + line, width, line};
    layout.picture = {border, layout.title.bottom() + border / 2, width, picture.size.height()};
    layout.footing = {border, layout.picture.bottom() + border / 2, width, line};
    layout.whole = {width + 2 * border, layout.footing.bottom() + border / 2};
    return layout;
}

void paintAll(QPainter &painter, const Picture &picture, const Caption &caption, const Layout &layout)
{
    painter.fillRect(QRectF({}, layout.whole), caption.palette.color(QPalette::Base));
    painter.setFont(bold(caption.font));
    painter.setPen(caption.palette.color(QPalette::Text));
    const QString heading =
        QFontMetricsF(painter.font()).elidedText(caption.heading, Qt::ElideRight, layout.heading.width());
    painter.drawText(layout.heading, Qt::AlignLeft | Qt::AlignVCenter, heading);
    painter.setFont(caption.font);
    painter.drawText(layout.title, Qt::AlignLeft | Qt::AlignVCenter, picture.title);
    painter.setPen(mutedText(caption.palette));
    painter.drawText(layout.footing, Qt::AlignRight | Qt::AlignVCenter, caption.footing);
    picture.paint(painter, layout.picture);
}

bool drawSvg(QIODevice *device, const Picture &picture, const Caption &caption)
{
    const Layout layout = layoutOf(picture, caption);
    QSvgGenerator generator;
    generator.setOutputDevice(device);
    generator.setSize(layout.whole.toSize());
    generator.setViewBox(QRectF({}, layout.whole));
    generator.setTitle(picture.title);
    generator.setDescription(caption.heading);
    QPainter painter;
    if (!painter.begin(&generator))
        return false;
    paintAll(painter, picture, caption, layout);
    return painter.end();
}

bool drawPng(QIODevice *device, const Picture &picture, const Caption &caption)
{
    const Layout layout = layoutOf(picture, caption);
    QImage image((layout.whole * pixelsPerUnit).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelsPerUnit);
    QPainter painter;
    if (!painter.begin(&image))
        return false;
    painter.setRenderHint(QPainter::Antialiasing);
    paintAll(painter, picture, caption, layout);
    painter.end();
    return image.save(device, "PNG");
}

} // namespace

Result<void> savePicture(const Picture &picture, const Caption &caption, const QString &file)
{
    QSaveFile target(file);
    const bool svg = file.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
    const bool written = target.open(QIODevice::WriteOnly)
        && (svg ? drawSvg(&target, picture, caption) : drawPng(&target, picture, caption)) && target.commit();
    if (written)
        return {};
    const QString message = QCoreApplication::translate("Picture", "%1 could not be written: %2.");
    return Error{ErrorCode::Io, message.arg(file, target.errorString()).toStdString()};
}

} // namespace parallax
