// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bar_painter.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cstddef>
#include <limits>

namespace parallax {

namespace {

/// As QRect's union, which is a call for each.
QRect boundsOf(std::initializer_list<Bars> all)
{
    int left = std::numeric_limits<int>::max();
    int top = left;
    int right = std::numeric_limits<int>::min();
    int bottom = right;
    for (const Bars &bars : all) {
        for (const QRect &bar : bars.rects) {
            left = std::min(left, bar.left());
            top = std::min(top, bar.top());
            right = std::max(right, bar.right());
            bottom = std::max(bottom, bar.bottom());
        }
    }
    return left <= right ? QRect(QPoint(left, top), QPoint(right, bottom)) : QRect();
}

/// Equal neighbours as one: a viewer smooths the edges of each, and would show light between them.
std::vector<QRect> joined(const std::vector<QRect> &rects)
{
    std::vector<QRect> all;
    for (const QRect &rect : rects) {
        const bool joins = !all.empty() && all.back().right() + 1 == rect.left()
            && all.back().top() == rect.top() && all.back().height() == rect.height();
        if (joins)
            all.back().setRight(rect.right());
        else
            all.push_back(rect);
    }
    return all;
}

} // namespace

void BarPainter::paint(QPainter &painter, std::initializer_list<Bars> all)
{
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        painter.setPen(Qt::NoPen);
        for (const Bars &bars : all) {
            painter.setBrush(bars.colour);
            const std::vector<QRect> rects = joined(bars.rects);
            painter.drawRects(rects.data(), static_cast<int>(rects.size()));
        }
        return;
    }
    const QRect bounds = boundsOf(all);
    if (bounds.isEmpty())
        return;
    clear(bounds.size());
    for (const Bars &bars : all)
        fill(bars, bounds.topLeft());
    painter.drawImage(bounds.topLeft(), m_image, QRect({}, bounds.size()));
}

void BarPainter::clear(const QSize &size)
{
    if (m_image.width() < size.width() || m_image.height() < size.height())
        m_image = QImage(m_image.size().expandedTo(size), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < size.height(); ++y)
        std::fill_n(m_image.scanLine(y), static_cast<std::size_t>(size.width()) * sizeof(QRgb), uchar{0});
}

void BarPainter::fill(const Bars &bars, const QPoint &origin)
{
    const QRgb colour = bars.colour.rgb();
    auto *const pixels = reinterpret_cast<QRgb *>(m_image.bits());
    const auto stride = m_image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    for (const QRect &bar : bars.rects) {
        QRgb *row = pixels + (bar.top() - origin.y()) * stride + (bar.left() - origin.x());
        for (int y = 0; y < bar.height(); ++y, row += stride)
            std::fill_n(row, bar.width(), colour);
    }
}

} // namespace parallax
