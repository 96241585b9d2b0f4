// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/hop_strips.h"

#include "core/text/words.h"
#include "ui/charts/bar_painter.h"
#include "ui/charts/legend.h"
#include "ui/charts/series_painter.h"
#include "ui/charts/series_text.h"
#include "ui/charts/time_axis.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace parallax {

namespace {

constexpr double lossLane = 7.0;
constexpr double jitterLane = 9.0;

double mostJitter(const std::vector<SeriesColumn> &columns)
{
    const auto most = std::max_element(columns.begin(), columns.end(),
                                       [](const auto &a, const auto &b) { return a.jitter < b.jitter; });
    return most == columns.end() ? 0.0 : most->jitter / 1000.0;
}

double legendHeight(const QFont &font)
{
    return QFontMetricsF(font).height() * 1.6;
}

} // namespace

HopStrips::HopStrips(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
{
    setObjectName(QStringLiteral("hopStrips"));
    setAccessibleName(tr("Each hop over time"));
}

void HopStrips::setStrips(const TimeSpan &view, std::vector<HopStrip> strips, bool inOrder)
{
    const bool sameHeight = strips.size() == m_strips.size();
    m_view = view;
    m_inOrder = inOrder;
    m_strips = std::move(strips);
    m_why.clear();
    if (!sameHeight)
        updateGeometry();
    update();
}

void HopStrips::setFocusSpan(const std::optional<TimeSpan> &span)
{
    m_focus = span;
    update();
}

void HopStrips::setNothing(const QString &why)
{
    setStrips({}, {});
    m_why = why;
}

double HopStrips::leastStripHeight() const
{
    return std::ceil(fontMetrics().height() * 1.6) + lossLane + jitterLane + 6.0;
}

/// Strips share the room that there is, within reason.
double HopStrips::stripHeight(double areaHeight) const
{
    const double least = leastStripHeight();
    const double room = areaHeight - legendHeight(font()) - fontMetrics().height() * 1.6 - 4.0;
    return std::clamp(std::floor(room / static_cast<double>(std::max<std::size_t>(m_strips.size(), 1))),
                      least, least * 2.5);
}

double HopStrips::labelWidth(double width) const
{
    return std::min<double>(fontMetrics().horizontalAdvance(QStringLiteral("00 000.000.000.000 00")),
                            width / 3);
}

QRectF HopStrips::plotIn(const QRectF &area) const
{
    const double values = fontMetrics().horizontalAdvance(QStringLiteral("0,000 ms")) + 10.0;
    return area.adjusted(labelWidth(area.width()) + 8.0, 0.0, -values, 0.0);
}

int HopStrips::columns(double width) const
{
    return std::max(1, static_cast<int>(plotIn({0.0, 0.0, width, 1.0}).width()));
}

QSize HopStrips::sizeHint() const
{
    const double height = legendHeight(font()) + leastStripHeight() * static_cast<double>(m_strips.size())
        + fontMetrics().height() * 1.6;
    return {640, static_cast<int>(std::ceil(height))};
}

Picture HopStrips::picture() const
{
    return {.title = tr("Each hop over time"),
            .fileStem = QStringLiteral("hops-over-time"),
            .size = QSizeF(std::max(width(), 720), sizeHint().height()),
            .paint = [this](QPainter &target, const QRectF &area) { paint(target, area); }};
}

void HopStrips::paintEvent(QPaintEvent *event)
{
    QPainter target(this);
    target.setClipRect(event->rect());
    target.fillRect(event->rect(), palette().color(QPalette::Base));
    paint(target, rect());
}

void HopStrips::paint(QPainter &painter, const QRectF &area) const
{
    painter.save();
    painter.setFont(font());
    if (!m_why.isEmpty()) {
        painter.setPen(mutedText(palette()));
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, m_why);
        return painter.restore();
    }
    const QRectF visible = painter.hasClipping() ? painter.clipBoundingRect() : area;
    const QRectF line(area.left() + 10.0, area.top() + 4.0, area.width() - 20.0, legendHeight(font()));
    paintLegend(painter, line);
    const double high = stripHeight(area.height());
    QRectF strip(area.left(), line.bottom(), area.width(), high);
    paintAxis(painter, {strip.topLeft(), QSizeF(area.width(), high * static_cast<double>(m_strips.size()))});
    const QRectF plot = plotIn(area); // as wide for each
    BarPainter bars;
    for (const HopStrip &each : m_strips) {
        if (strip.intersects(visible))
            paintStrip(painter, each, strip, plot, bars);
        strip.translate(0.0, high);
    }
    const QRectF all(plot.left(), line.bottom(), plot.width(), strip.top() - line.bottom());
    if (m_focus && !m_strips.empty())
        paintFocus(painter, all, {m_view, plot.left(), plot.width()}, *m_focus, palette());
    painter.restore();
}

void HopStrips::paintLegend(QPainter &painter, const QRectF &line) const
{
    std::vector<LegendEntry> entries{{QPen(Qt::NoPen), bandColour(palette()), tr("least to most")},
                                     {QPen(Qt::NoPen), medianColour(palette()), tr("median")}};
    if (m_inOrder)
        entries.push_back(
            {QPen(Qt::NoPen), jitterColour(palette()), tr("IPDV: difference of successive round trips")});
    entries.push_back({QPen(Qt::NoPen), lossColour(palette()), tr("lost")});
    Legend legend;
    legend.setEntries(std::move(entries));
    legend.paint(painter, line, font(), palette());
}

void HopStrips::paintAxis(QPainter &painter, const QRectF &area) const
{
    const QRectF plot = plotIn(area);
    const TimeScale scale{m_view, plot.left(), plot.width()};
    const QFontMetricsF metrics(font());
    const int most =
        static_cast<int>(plot.width() / metrics.horizontalAdvance(QStringLiteral("00:00:00 00")));
    for (const TimeTick &tick : timeTicks(m_view, most)) {
        const double x = std::round(scale.x(tick.at));
        painter.fillRect(QRectF(x, area.top(), 1.0, area.height() + 3.0), gridLine(palette()));
        painter.setPen(mutedText(palette()));
        painter.drawText(QRectF(x - 60.0, area.bottom() + 3.0, 120.0, metrics.height() * 1.2),
                         Qt::AlignHCenter | Qt::AlignTop, tick.label);
    }
}

void HopStrips::paintStrip(QPainter &painter, const HopStrip &strip, const QRectF &area, const QRectF &plot,
                           BarPainter &bars) const
{
    painter.fillRect(QRectF(area.left() + 8.0, area.bottom() - 1.0, area.width() - 16.0, 1.0),
                     gridLine(palette()));
    painter.setPen(palette().color(QPalette::Text));
    const double labels = plot.left() - area.left() - 8.0;
    painter.drawText(QRectF(area.left() + 8.0, area.top(), labels, area.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(QStringLiteral("%1  %2").arg(strip.ttl).arg(strip.label),
                                              Qt::ElideRight, static_cast<int>(labels)));
    StableScale scale;
    scale.include(reachOf(strip.columns), 2);
    const double bandBottom = area.bottom() - lossLane - jitterLane - 3.0;
    const SeriesPainter series(strip.columns, palette(), bars);
    series.paintBand(painter, {plot.left(), area.top() + 3.0, plot.width(), bandBottom - area.top() - 3.0},
                     scale.end());
    if (m_inOrder)
        series.paintJitter(painter, {plot.left(), bandBottom + 1.0, plot.width(), jitterLane},
                           mostJitter(strip.columns));
    series.paintLoss(painter, {plot.left(), area.bottom() - lossLane - 1.0, plot.width(), lossLane});
    if (scale.end() > 0.0) {
        painter.setPen(mutedText(palette()));
        painter.drawText(
            QRectF(plot.right() + 4.0, area.top(), area.right() - plot.right() - 8.0, area.height()),
            Qt::AlignLeft | Qt::AlignTop, m_words.fineDuration(fromMilliseconds(scale.end())));
    }
}

void HopStrips::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    Q_EMIT viewChanged();
}

bool HopStrips::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = describe(help->pos());
    if (text.isEmpty())
        return QWidget::event(event);
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

QString HopStrips::describe(const QPointF &place) const
{
    const double row = (place.y() - legendHeight(font())) / stripHeight(height());
    if (row < 0.0 || row >= static_cast<double>(m_strips.size()))
        return {};
    const HopStrip &strip = m_strips[static_cast<std::size_t>(row)];
    const QRectF plot = plotIn(rect());
    QStringList lines{QStringLiteral("TTL %1 · %2").arg(strip.ttl).arg(strip.label)};
    lines << seriesText(strip.columns, {m_view, plot.left(), plot.width()}, place.x(), m_words);
    return lines.join(QLatin1Char('\n'));
}

} // namespace parallax
