// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QRect>

#include <initializer_list>
#include <vector>

class QPainter;

namespace parallax {

/// Bars of one colour, in whole units of the painter.
struct Bars {
    std::vector<QRect> rects{};
    QColor colour{}; // opaque
};

/// Paints thousands of narrow bars. Pixels get them as one picture: of a rectangle a pixel wide the raster
/// engine takes each row by a call of its own. Elsewhere, as in an SVG file, they stay rectangles.
class BarPainter
{
public:
    /// Later ones over earlier ones.
    void paint(QPainter &painter, std::initializer_list<Bars> all);

private:
    void clear(const QSize &size);
    void fill(const Bars &bars, const QPoint &origin);

    QImage m_image; // from one lane to the next: fetching it takes longer than filling it
};

} // namespace parallax
