// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_painter.h"

#include "ui/charts/bar_painter.h"
#include "ui/theme.h"

#include <QLineF>
#include <QList>
#include <QPainter>
#include <QPointF>

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

int pixelOf(double place)
{
    return qRound(place - 0.5);
}

bool isAsked(const SeriesColumn &column)
{
    return column.answered + column.lost > 0;
}

/// Where the columns of an area are.
class Lane
{
public:
    Lane(const QRectF &area, std::size_t columns)
        : m_left(area.left())
        , m_wide(area.width() / static_cast<double>(columns))
    {
    }

    double wide() const { return m_wide; }
    double middle(std::size_t column) const { return m_left + (static_cast<double>(column) + 0.5) * m_wide; }
    /// Whole pixels, which are filled many times faster. `bottom` is below the last one.
    QRect bar(std::size_t column, int top, int bottom, std::size_t columns = 1) const
    {
        const int left = qRound(m_left + static_cast<double>(column) * m_wide);
        const int right = qRound(m_left + static_cast<double>(column + columns) * m_wide);
        return {left, top, std::max(right - left, 1), bottom - top};
    }
    /// Upwards from there, and seen however small.
    QRect barOn(int bottom, std::size_t column, double high, std::size_t columns) const
    {
        return bar(column, bottom - std::max(qRound(high), 1), bottom, columns);
    }

private:
    double m_left;
    double m_wide;
};

/// The line from median to median. Columns of a pixel are joined by bars, which are painted many times
/// faster.
class MedianLine
{
public:
    /// `between`: columns from one round to the next.
    MedianLine(const Lane &lane, std::size_t columns, std::size_t between)
        : m_lane(lane)
        , m_longestGap(2 * between + 2)
        , m_dense(between == 1 && lane.wide() < 2.0)
        , m_roomy(static_cast<double>(between) * lane.wide() >= roomForPoints)
    {
        m_bars.reserve(columns);
    }

    void add(std::size_t column, double y);
    /// Nobody answered: no line leads over that.
    void interrupt();
    std::vector<QRect> takeBars() { return std::move(m_bars); }
    /// After the bars, and after the last median.
    void paint(QPainter &painter, const QColor &colour);

private:
    void endPoint(bool joined);

    const Lane &m_lane;
    std::size_t m_longestGap; // a longer silence interrupts the line
    bool m_dense;
    bool m_roomy;
    std::optional<std::size_t> m_before{};
    QPointF m_last{};
    bool m_lastIsJoined = false; // with the one before it
    std::vector<QRect> m_bars{};
    QList<QLineF> m_lines{};
    QList<QPointF> m_points{};
};

void MedianLine::add(std::size_t column, double y)
{
    const QPointF now(m_lane.middle(column), y);
    const bool joined = m_before && column - *m_before <= m_longestGap;
    const bool next = m_before && column - *m_before == 1;
    endPoint(joined);
    if (m_dense) {
        const auto [top, bottom] =
            std::minmax({pixelOf(next ? m_last.y() : y), pixelOf(y)}); // values: both are temporary
        m_bars.push_back(m_lane.bar(column, top, bottom + 1));
    }
    if (joined && !(m_dense && next))
        m_lines.append({m_last, now});
    m_before = column;
    m_last = now;
    m_lastIsJoined = joined;
}

void MedianLine::interrupt()
{
    endPoint(false);
    m_before.reset();
}

/// Rounds with room between them are points too, as one alone makes no line.
void MedianLine::endPoint(bool joined)
{
    const bool alone = !joined && !m_lastIsJoined;
    if (m_before && (m_roomy || (alone && !m_dense)))
        m_points.append(m_last);
}

void MedianLine::paint(QPainter &painter, const QColor &colour)
{
    endPoint(false);
    painter.setPen(QPen(colour, 1.0));
    painter.drawLines(m_lines);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const QPointF &point : std::as_const(m_points))
        painter.drawRect(QRect(point.toPoint() - QPoint(1, 1), QSize(3, 3)));
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

SeriesPainter::SeriesPainter(const std::vector<SeriesColumn> &columns, const QPalette &palette,
                             BarPainter &bars)
    : m_columns(columns)
    , m_palette(palette)
    , m_bars(bars)
    , m_between(spacing())
{
}

/// The usual number of columns from one round to the next. A view that is wider than its rounds are many has
/// empty ones between them.
std::size_t SeriesPainter::spacing() const
{
    std::vector<std::size_t> distances;
    distances.reserve(m_columns.size());
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (!isAsked(m_columns[i]))
            continue;
        if (before)
            distances.push_back(i - *before);
        before = i;
    }
    if (distances.empty())
        return m_columns.size();
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    return *middle;
}

/// How many columns a round's bar has: to the next one, and not into a gap.
std::size_t SeriesPainter::reach(std::size_t column) const
{
    std::size_t next = column + 1;
    const std::size_t most = std::min(column + m_between, m_columns.size());
    while (next < most && !isAsked(m_columns[next]))
        ++next;
    return next - column;
}

void SeriesPainter::paintBand(QPainter &painter, const QRectF &area, double top) const
{
    if (m_columns.empty() || top <= 0.0)
        return;
    const Lane lane(area, m_columns.size());
    const double perMicrosecond = area.height() / top / 1000.0;
    const auto y = [&](std::uint32_t rtt) {
        return area.bottom() - std::min(rtt * perMicrosecond, area.height());
    };
    std::vector<QRect> band;
    band.reserve(m_columns.size());
    MedianLine medians(lane, m_columns.size(), m_between);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const SeriesColumn &column = m_columns[i];
        if (column.lost > 0 && column.answered == 0)
            medians.interrupt();
        if (column.answered == 0)
            continue;
        band.push_back(lane.bar(i, pixelOf(y(column.most)), pixelOf(y(column.least)) + 1));
        medians.add(i, y(column.median));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    m_bars.paint(painter,
                 {{std::move(band), bandColour(m_palette)}, {medians.takeBars(), medianColour(m_palette)}});
    medians.paint(painter, medianColour(m_palette));
}

void SeriesPainter::paintLoss(QPainter &painter, const QRectF &area) const
{
    const Lane lane(area, m_columns.size());
    const int bottom = qRound(area.bottom());
    std::vector<QRect> bars;
    bars.reserve(m_columns.size());
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const SeriesColumn &column = m_columns[i];
        if (column.lost == 0)
            continue;
        const double share = static_cast<double>(column.lost) / (column.lost + column.answered);
        const double high = std::max(share * area.height(), std::min(leastLoss, area.height()));
        bars.push_back(lane.barOn(bottom, i, high, reach(i)));
    }
    m_bars.paint(painter, {{std::move(bars), lossColour(m_palette)}});
}

void SeriesPainter::paintJitter(QPainter &painter, const QRectF &area, double top) const
{
    if (top <= 0.0)
        return;
    const double perMicrosecond = area.height() / top / 1000.0;
    const Lane lane(area, m_columns.size());
    const int bottom = qRound(area.bottom());
    std::vector<QRect> bars;
    bars.reserve(m_columns.size());
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const double high = std::min(m_columns[i].jitter * perMicrosecond, area.height());
        if (high >= 0.5)
            bars.push_back(lane.barOn(bottom, i, high, reach(i)));
    }
    m_bars.paint(painter, {{std::move(bars), jitterColour(m_palette)}});
}

} // namespace parallax
