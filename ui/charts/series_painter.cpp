// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_painter.h"

#include "ui/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace parallax {

namespace {

constexpr double roomForPoints = 6.0; // pixels from one to the next
constexpr double leastLoss = 3.0; // pixels: one lost probe among a thousand is seen
constexpr double mostOverMedian = 3.0; // peaks beyond this many times the highest median are cut

double milliseconds(std::uint32_t microseconds)
{
    return microseconds / 1000.0;
}

} // namespace

QColor bandColour(const QPalette &palette)
{
    // Opaque: thousands of columns are painted, and each would have to be mixed.
    const QColor stroke = strokeOf(Layer::Path, palette);
    const QColor base = palette.color(QPalette::Base);
    const auto channel = [](int from, int to) { return from + (to - from) * 5 / 12; };
    return {channel(base.red(), stroke.red()), channel(base.green(), stroke.green()),
            channel(base.blue(), stroke.blue())};
}

QColor medianColour(const QPalette &palette)
{
    return palette.color(QPalette::Text);
}

QColor lossColour(const QPalette &palette)
{
    return strokeOf(VerdictKind::Proxy, palette);
}

QColor jitterColour(const QPalette &palette)
{
    return strokeOf(Layer::Control, palette);
}

double reachOf(const std::vector<SeriesColumn> &columns)
{
    std::uint32_t peak = 0;
    std::uint32_t median = 0;
    for (const SeriesColumn &column : columns) {
        peak = std::max(peak, column.most);
        median = std::max(median, column.median);
    }
    return std::min(milliseconds(peak), milliseconds(median) * mostOverMedian);
}

SeriesPainter::SeriesPainter(const std::vector<SeriesColumn> &columns, const QPalette &palette)
    : m_columns(columns)
    , m_palette(palette)
{
}

double SeriesPainter::x(const QRectF &area, std::size_t column) const
{
    return area.left() + static_cast<double>(column) * area.width() / static_cast<double>(m_columns.size());
}

/// Whole pixels, which are filled many times faster.
QRect SeriesPainter::bar(const QRectF &area, std::size_t column, double top, double bottom) const
{
    const int left = static_cast<int>(std::lround(x(area, column)));
    const int right = static_cast<int>(std::lround(x(area, column + 1)));
    const int upper = static_cast<int>(std::lround(top));
    const int lower = static_cast<int>(std::lround(bottom));
    return {left, upper, std::max(right - left, 1), std::max(lower - upper, 1)};
}

/// The least number of columns from one round to the next. A view that is wider than its rounds are many has
/// empty ones between them.
std::size_t SeriesPainter::spacing() const
{
    std::size_t least = m_columns.size();
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].answered + m_columns[i].lost == 0)
            continue;
        if (before)
            least = std::min(least, i - *before);
        before = i;
    }
    return least;
}

void SeriesPainter::paintBand(QPainter &painter, const QRectF &area, double top) const
{
    if (m_columns.empty() || top <= 0.0)
        return;
    const double wide = area.width() / static_cast<double>(m_columns.size());
    const auto y = [&](std::uint32_t rtt) {
        return area.bottom() - std::min(milliseconds(rtt) / top, 1.0) * area.height();
    };
    QList<QRect> bars;
    QList<QPointF> line;
    QList<QList<QPointF>> lines;
    std::size_t before = 0;
    const std::size_t between = spacing();
    const std::size_t apart =
        std::max(m_columns.size() / 50, 2 * between) + 2; // a longer silence interrupts the line
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const SeriesColumn &column = m_columns[i];
        if (column.answered == 0)
            continue;
        if (i - before > apart && !line.isEmpty())
            lines.append(std::exchange(line, {}));
        before = i;
        bars.append(bar(area, i, y(column.most), y(column.least)));
        line.append({x(area, i) + wide / 2, y(column.median)});
    }
    lines.append(line);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(bandColour(m_palette));
    painter.drawRects(bars);
    paintLines(painter, lines, static_cast<double>(between) * wide >= roomForPoints);
}

/// The medians; rounds with room between them are points too, as one alone makes no line.
void SeriesPainter::paintLines(QPainter &painter, const QList<QList<QPointF>> &lines, bool points) const
{
    painter.setPen(QPen(medianColour(m_palette), 0));
    for (const auto &each : lines)
        painter.drawPolyline(each.constData(), static_cast<int>(each.size()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(medianColour(m_palette));
    for (const auto &each : lines) {
        for (const QPointF &point : each) {
            if (points || each.size() == 1)
                painter.drawRect(QRect(point.toPoint() - QPoint(1, 1), QSize(3, 3)));
        }
    }
}

void SeriesPainter::paintLoss(QPainter &painter, const QRectF &area) const
{
    QList<QRect> bars;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const SeriesColumn &column = m_columns[i];
        if (column.lost == 0)
            continue;
        const double share = static_cast<double>(column.lost) / (column.lost + column.answered);
        const double high = std::max(share * area.height(), std::min(leastLoss, area.height()));
        bars.append(bar(area, i, area.bottom() - high, area.bottom()));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(lossColour(m_palette));
    painter.drawRects(bars);
}

void SeriesPainter::paintJitter(QPainter &painter, const QRectF &area, double top) const
{
    QList<QRect> bars;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const double high =
            std::min(milliseconds(m_columns[i].jitter) / std::max(top, 1e-9), 1.0) * area.height();
        if (high >= 0.5)
            bars.append(bar(area, i, area.bottom() - high, area.bottom()));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(jitterColour(m_palette));
    painter.drawRects(bars);
}

} // namespace parallax
