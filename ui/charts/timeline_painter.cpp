// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timeline_painter.h"

#include "core/text/words.h"
#include "ui/charts/bar_painter.h"
#include "ui/charts/legend.h"
#include "ui/charts/series_painter.h"
#include "ui/marks.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace parallax {

namespace {

constexpr double lossLane = 16.0; // under the round trips
constexpr double markSide = 11.0;
constexpr double marginRight = 10.0;

QString say(const char *text)
{
    return QCoreApplication::translate("Timeline", text);
}

QColor eventColour(PathEvent::Kind kind, const QPalette &palette)
{
    switch (kind) {
    case PathEvent::Kind::RouteChanged:
        return strokeOf(VerdictKind::Tunnel, palette);
    case PathEvent::Kind::NotSentBegan:
    case PathEvent::Kind::NotSentEnded:
        return mutedText(palette); // this machine's own, and not the path's
    default: // as in the list of events
        return isTrouble(kind) ? lossColour(palette) : strokeOf(VerdictKind::Direct, palette);
    }
}

Mark eventMark(PathEvent::Kind kind)
{
    if (kind == PathEvent::Kind::RouteChanged)
        return Mark::Diamond;
    return isTrouble(kind) ? Mark::Triangle : Mark::Ring;
}

} // namespace

QRectF TimelinePainter::plotIn(const QRectF &area, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    const double left = metrics.horizontalAdvance(QStringLiteral("0,000")) + 16.0;
    return {area.left() + left, area.top() + line * 1.3 + markSide + 10.0,
            std::max(area.width() - left - marginRight, 1.0),
            std::max(area.height() - line * 2.8 - markSide - 14.0 - lossLane, 1.0)};
}

TimelinePainter::TimelinePainter(const TimelineContent &content, const Words &words, const QFont &font,
                                 QPalette palette)
    : m_content(content)
    , m_words(words)
    , m_font(font)
    , m_palette(std::move(palette))
{
}

void TimelinePainter::paint(QPainter &painter, const QRectF &area) const
{
    TimelinePainter placed = *this;
    placed.m_plot = plotIn(area, m_font);
    placed.m_scale = {m_content.view, placed.m_plot.left(), placed.m_plot.width()};
    painter.save();
    painter.setFont(m_font);
    placed.paintTroubles(painter);
    placed.paintGrid(painter);
    BarPainter bars;
    const SeriesPainter series(m_content.columns, m_palette, bars);
    series.paintBand(painter, placed.m_plot, m_content.rtt.end());
    series.paintLoss(
        painter, {placed.m_plot.left(), placed.m_plot.bottom() + 2.0, placed.m_plot.width(), lossLane - 2.0});
    placed.paintEvents(painter);
    if (m_content.focus)
        paintFocus(painter, placed.m_plot.adjusted(0.0, 0.0, 0.0, lossLane), placed.m_scale, *m_content.focus,
                   m_palette);
    placed.paintLegend(painter, area);
    painter.restore();
}

void TimelinePainter::paintGrid(QPainter &painter) const
{
    const QFontMetricsF metrics(m_font);
    const QColor muted = mutedText(m_palette);
    const auto line = [&](QPointF from, QPointF to, const QRectF &cell, int alignment, const QString &text) {
        painter.setPen(QPen(gridLine(m_palette), 1.0));
        painter.drawLine(from, to);
        painter.setPen(muted);
        painter.drawText(cell, alignment, text);
    };
    const double step = m_content.rtt.step();
    for (double value = 0.0; step > 0.0 && value <= m_content.rtt.end() + step / 2; value += step) {
        const double y = std::round(m_plot.bottom() - value / m_content.rtt.end() * m_plot.height()) + 0.5;
        line({m_plot.left(), y}, {m_plot.right(), y},
             {m_plot.left() - 106.0, y - metrics.height() / 2, 100.0, metrics.height()},
             Qt::AlignRight | Qt::AlignVCenter, m_words.locale().toString(value, 'f', decimalsOf(step)));
    }
    const double bottom = m_plot.bottom() + lossLane;
    const int most =
        static_cast<int>(m_plot.width() / metrics.horizontalAdvance(QStringLiteral("00:00:00 00")));
    for (const TimeTick &tick : timeTicks(m_content.view, most)) {
        const double x = std::round(m_scale.x(tick.at)) + 0.5;
        const double width = metrics.horizontalAdvance(tick.label) + 2.0;
        const double left =
            std::min(x - width / 2, m_plot.right() + marginRight - width); // the last is whole
        line({x, m_plot.top()}, {x, bottom + 3.0}, {left, bottom + 3.0, width, metrics.height() * 1.2},
             Qt::AlignHCenter | Qt::AlignTop, tick.label);
    }
}

/// The spans in which something was wrong, behind everything else.
void TimelinePainter::paintTroubles(QPainter &painter) const
{
    paintSpans(painter, PathEvent::Kind::LossBegan, PathEvent::Kind::LossEnded);
    paintSpans(painter, PathEvent::Kind::NotSentBegan, PathEvent::Kind::NotSentEnded);
}

void TimelinePainter::paintSpans(QPainter &painter, PathEvent::Kind begins, PathEvent::Kind ends) const
{
    const QColor colour = tint(eventColour(begins, m_palette), m_palette);
    const QRectF whole(m_plot.left(), m_plot.top(), m_plot.width(), m_plot.height() + lossLane);
    std::optional<Timestamp> began;
    const auto shade = [&](Timestamp to) {
        const double left = std::clamp(m_scale.x(*began), whole.left(), whole.right());
        const double right = std::clamp(m_scale.x(to), left, std::max(left, whole.right()));
        painter.fillRect(QRectF(left, whole.top(), right - left, whole.height()), colour);
    };
    for (const PathEvent &event : m_content.events) {
        if (event.kind == begins) {
            began = event.at;
        } else if (event.kind == ends && began) {
            shade(event.at);
            began.reset();
        }
    }
    if (began)
        shade(m_content.newest);
}

void TimelinePainter::paintEvents(QPainter &painter) const
{
    for (const PathEvent &event : m_content.events) {
        const double x = std::round(m_scale.x(event.at)) + 0.5;
        if (x < m_plot.left() || x > m_plot.right())
            continue;
        const QColor colour = eventColour(event.kind, m_palette);
        painter.setPen(QPen(colour, 1.0, Qt::DashLine));
        painter.drawLine(QPointF(x, m_plot.top() - 2.0), QPointF(x, m_plot.bottom() + lossLane));
        paintMark(painter, eventMark(event.kind),
                  {x - markSide / 2, m_plot.top() - markSide - 3.0, markSide, markSide}, colour);
    }
}

void TimelinePainter::paintLegend(QPainter &painter, const QRectF &area) const
{
    const QFontMetricsF metrics(m_font);
    QFont bold = m_font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(m_palette.color(QPalette::Text));
    std::vector<LegendEntry> entries{
        {QPen(Qt::NoPen), bandColour(m_palette), say(QT_TRANSLATE_NOOP("Timeline", "least to most [ms]"))},
        {QPen(Qt::NoPen), medianColour(m_palette), say(QT_TRANSLATE_NOOP("Timeline", "median"))},
        {QPen(Qt::NoPen), lossColour(m_palette), say(QT_TRANSLATE_NOOP("Timeline", "lost"))},
        {QPen(Qt::NoPen), eventColour(PathEvent::Kind::RouteChanged, m_palette),
         say(QT_TRANSLATE_NOOP("Timeline", "route changed"))}};
    const auto isNotSent = [](const PathEvent &event) { return event.kind == PathEvent::Kind::NotSentBegan; };
    if (std::any_of(m_content.events.begin(), m_content.events.end(), isNotSent)) // which is seldom
        entries.push_back({QPen(Qt::NoPen), eventColour(PathEvent::Kind::NotSentBegan, m_palette),
                           say(QT_TRANSLATE_NOOP("Timeline", "not sent"))});
    Legend legend;
    legend.setEntries(std::move(entries));
    // On one line: the events' marks are below it.
    constexpr double gap = 18.0;
    const QFontMetricsF boldMetrics(bold);
    const QRectF line(area.left() + 10.0, area.top() + 4.0, area.width() - 20.0, metrics.height() * 1.2);
    const double least = boldMetrics.horizontalAdvance(QStringLiteral("TTL 30 ·…"));
    const double room = std::max(line.width() - gap - legend.width(m_font), least);
    const QString what = boldMetrics.elidedText(m_content.what, Qt::ElideRight, room);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, what);
    const double used = boldMetrics.horizontalAdvance(what) + gap;
    legend.paint(painter, line.adjusted(used, 0, 0, 0), m_font, m_palette);
}

} // namespace parallax
