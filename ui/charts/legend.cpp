// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/legend.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace parallax {

namespace {

constexpr double swatch = 11.0;
constexpr double swatchGap = 5.0;
constexpr double entryGap = 14.0;

double lineHeight(const QFont &font)
{
    return QFontMetricsF(font).height() + 3.0;
}

double entryWidth(const QFontMetricsF &metrics, const LegendEntry &entry)
{
    return swatch + swatchGap + metrics.horizontalAdvance(entry.text);
}

} // namespace

std::vector<QPointF> Legend::places(const QFont &font, double width) const
{
    const QFontMetricsF metrics(font);
    std::vector<QPointF> places;
    QPointF next(0.0, 0.0);
    for (const LegendEntry &entry : m_entries) {
        const double wide = entryWidth(metrics, entry);
        if (next.x() > 0.0 && next.x() + wide > width)
            next = {0.0, next.y() + lineHeight(font)};
        places.push_back(next);
        next.rx() += wide + entryGap;
    }
    return places;
}

double Legend::height(const QFont &font, double width) const
{
    return m_entries.empty() ? 0.0 : places(font, width).back().y() + lineHeight(font);
}

double Legend::width(const QFont &font) const
{
    const QFontMetricsF metrics(font);
    double sum = 0.0;
    for (const LegendEntry &entry : m_entries)
        sum += entryWidth(metrics, entry) + entryGap;
    return std::max(sum - entryGap, 0.0);
}

void Legend::paint(QPainter &painter, const QRectF &area, const QFont &font, const QPalette &palette) const
{
    const std::vector<QPointF> at = places(font, area.width());
    painter.save();
    painter.setFont(font);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const QPointF corner = area.topLeft() + at[i];
        const double line = lineHeight(font);
        painter.setPen(m_entries[i].pen);
        painter.setBrush(m_entries[i].fill);
        painter.drawRect(QRectF(corner.x(), corner.y() + (line - swatch) / 2, swatch, swatch));
        painter.setPen(palette.color(QPalette::Text));
        painter.drawText(QRectF(corner.x() + swatch + swatchGap, corner.y(), area.width(), line),
                         Qt::AlignLeft | Qt::AlignVCenter, m_entries[i].text);
    }
    painter.restore();
}

} // namespace parallax
