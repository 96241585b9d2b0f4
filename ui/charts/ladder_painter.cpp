// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ladder_painter.h"

#include "core/text/words.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace parallax {

namespace {

constexpr double margin = 8.0;

QString say(const char *text)
{
    return QCoreApplication::translate("Ladder", text);
}

Layer layerOf(const Rung &rung)
{
    if (rung.kind == Rung::Kind::Endpoint)
        return Layer::Tcp;
    return rung.kind == Rung::Kind::Browser ? Layer::WebSocket : Layer::Path;
}

bool isPath(const Rung &rung)
{
    return rung.kind == Rung::Kind::Hop || rung.kind == Rung::Kind::Silent;
}

QString ttlText(const Rung &rung)
{
    if (rung.firstTtl == rung.lastTtl)
        return QString::number(rung.firstTtl);
    return QString::number(rung.firstTtl) + QStringLiteral("–") + QString::number(rung.lastTtl);
}

} // namespace

/// The horizontal layout, in the painter's coordinates.
struct LadderPainter::Columns {
    double left = 0.0;
    double ttlRight = 0.0;
    double plotLeft = 0.0;
    double plotRight = 0.0;
    double top = 0.0;
    double bottom = 0.0; // of the rows
    double perMillisecond = 0.0;

    double x(Duration rtt) const { return plotLeft + toMilliseconds(rtt) * perMillisecond; }
};

LadderPainter::LadderPainter(const std::vector<Rung> &rungs, const StableScale &scale, const Words &words)
    : m_rungs(rungs)
    , m_scale(scale)
    , m_words(words)
{
}

void LadderPainter::setLook(const QFont &font, const QPalette &palette)
{
    m_font = font;
    m_palette = palette;
}

QString LadderPainter::label(const Rung &rung)
{
    switch (rung.kind) {
    case Rung::Kind::Hop:
        return rung.address;
    case Rung::Kind::Silent:
        return say(QT_TRANSLATE_NOOP("Ladder", "no answer"));
    case Rung::Kind::Endpoint:
        return say(QT_TRANSLATE_NOOP("Ladder", "Endpoint (TCP)"));
    case Rung::Kind::Browser:
        return say(QT_TRANSLATE_NOOP("Ladder", "Browser (WebSocket)"));
    }
    return {};
}

double LadderPainter::rowHeight() const
{
    return std::ceil(QFontMetricsF(m_font).height() * 1.5);
}

double LadderPainter::height() const
{
    return rowHeight() * static_cast<double>(m_rungs.size()) + QFontMetricsF(m_font).height() * 2.4
        + 2 * margin;
}

int LadderPainter::rungAt(double y, const QRectF &area) const
{
    const int row = static_cast<int>(std::floor((y - area.top() - margin) / rowHeight()));
    return row >= 0 && row < static_cast<int>(m_rungs.size()) ? row : -1;
}

QFont LadderPainter::boldFont() const
{
    QFont bold = m_font;
    bold.setBold(true);
    return bold;
}

LadderPainter::Columns LadderPainter::columns(const QRectF &area) const
{
    const QFontMetricsF metrics(m_font);
    const QFontMetricsF bold(boldFont());
    double ttlWidth = 0.0;
    double labelWidth = 0.0;
    double above = 0.0; // wide labels of the rungs that have no TTL
    for (const Rung &rung : m_rungs) {
        if (isPath(rung)) {
            ttlWidth = std::max(ttlWidth, metrics.horizontalAdvance(ttlText(rung)));
            labelWidth = std::max(labelWidth, metrics.horizontalAdvance(label(rung)));
        } else {
            above = std::max(above, bold.horizontalAdvance(label(rung)));
        }
    }
    const double gap = metrics.horizontalAdvance(QLatin1Char('0'));
    Columns columns;
    columns.left = area.left() + margin;
    columns.ttlRight = columns.left + ttlWidth;
    const double labelsRight = std::max(columns.ttlRight + gap + labelWidth, columns.left + above);
    columns.plotLeft = std::min(labelsRight + gap * 1.5, area.left() + area.width() * 0.45);
    const double valueWidth = metrics.horizontalAdvance(QStringLiteral("1,000")) + gap * 2;
    columns.plotRight = area.right() - margin - valueWidth;
    columns.top = area.top() + margin;
    columns.bottom = columns.top + rowHeight() * static_cast<double>(m_rungs.size());
    columns.perMillisecond = (columns.plotRight - columns.plotLeft) / std::max(m_scale.end(), 1e-6);
    return columns;
}

void LadderPainter::paint(QPainter &painter, const QRectF &area) const
{
    painter.save();
    painter.setFont(m_font);
    painter.setRenderHint(QPainter::Antialiasing);
    const Columns at = columns(area);
    if (m_scale.end() > 0.0)
        paintAxis(painter, at);
    double top = at.top;
    for (const Rung &rung : m_rungs) {
        paintRung(painter, rung, at, top);
        top += rowHeight();
    }
    painter.restore();
}

void LadderPainter::paintAxis(QPainter &painter, const Columns &columns) const
{
    const QFontMetricsF metrics(m_font);
    const QColor muted = mutedText(m_palette);
    const int decimals = decimalsOf(m_scale.step());
    const int ticks = static_cast<int>(std::lround(m_scale.end() / m_scale.step()));
    for (int tick = 0; tick <= ticks; ++tick) {
        const double value = tick * m_scale.step();
        const double x = std::round(columns.plotLeft + value * columns.perMillisecond) + 0.5;
        painter.setPen(QPen(gridLine(m_palette), 1.0));
        painter.drawLine(QPointF(x, columns.top), QPointF(x, columns.bottom + 4.0));
        painter.setPen(muted);
        const QRectF cell(x - 50.0, columns.bottom + 4.0, 100.0, metrics.height());
        painter.drawText(cell, Qt::AlignHCenter | Qt::AlignTop,
                         m_words.locale().toString(value, 'f', decimals));
    }
    const QRectF title(columns.plotLeft, columns.bottom + 4.0 + metrics.height(),
                       columns.plotRight - columns.plotLeft, metrics.height() * 1.3);
    painter.drawText(title, Qt::AlignCenter, say(QT_TRANSLATE_NOOP("Ladder", "Round-trip time [ms]")));
}

void LadderPainter::paintRung(QPainter &painter, const Rung &rung, const Columns &columns, double top) const
{
    const double gap = QFontMetricsF(m_font).horizontalAdvance(QLatin1Char('0'));
    const QRectF row(columns.left, top, columns.plotRight - columns.left, rowHeight());
    if (isPath(rung)) {
        painter.setPen(mutedText(m_palette));
        painter.drawText(
            QRectF(columns.left - 20.0, top, columns.ttlRight - columns.left + 20.0, rowHeight()),
            Qt::AlignRight | Qt::AlignVCenter, ttlText(rung));
    }
    const double labelLeft = isPath(rung) ? columns.ttlRight + gap : columns.left;
    paintLabel(painter, rung, {labelLeft, top, columns.plotLeft - labelLeft - gap, rowHeight()});
    if (rung.min)
        paintBar(painter, rung, row, columns);
}

void LadderPainter::paintLabel(QPainter &painter, const Rung &rung, const QRectF &cell) const
{
    const QFont font = isPath(rung) ? m_font : boldFont();
    painter.setFont(font);
    painter.setPen(rung.kind == Rung::Kind::Silent ? mutedText(m_palette) : m_palette.color(QPalette::Text));
    painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(label(rung), Qt::ElideMiddle, cell.width()));
    painter.setFont(m_font);
}

void LadderPainter::paintBar(QPainter &painter, const Rung &rung, const QRectF &row,
                             const Columns &columns) const
{
    const double inset = std::round(row.height() * 0.2);
    const double end = columns.x(rung.gap ? rung.gap->from : *rung.min);
    const QRectF bar(columns.plotLeft, row.top() + inset, std::max(end - columns.plotLeft, 2.0),
                     row.height() - 2 * inset);
    painter.fillRect(bar, fillOf(layerOf(rung)));
    if (rung.gap)
        paintGap(painter, rung, bar, columns);
    paintValue(painter, rung, bar, columns);
}

void LadderPainter::paintGap(QPainter &painter, const Rung &rung, const QRectF &bar,
                             const Columns &columns) const
{
    const QColor fill = fillOf(rung.gap->favours);
    const QRectF segment(bar.right() + 1.0, bar.top(), columns.x(*rung.min) - bar.right() - 1.0,
                         bar.height());
    painter.fillRect(segment, fill);
    // Where the rung below ends: the eye follows the line down to where the jump begins.
    painter.setPen(QPen(strokeOf(rung.gap->favours, m_palette), 1.0, Qt::DashLine));
    painter.drawLine(QPointF(bar.right(), bar.top() - rowHeight()), QPointF(bar.right(), bar.bottom()));

    const QString text = QStringLiteral("+") + m_words.duration(*rung.min - rung.gap->from);
    const QFont bold = boldFont();
    if (QFontMetricsF(bold).horizontalAdvance(text) + 8.0 > segment.width())
        return; // the numbers at both ends still say it
    painter.setFont(bold);
    painter.setPen(textOn(fill));
    painter.drawText(segment, Qt::AlignCenter, text);
    painter.setFont(m_font);
}

/// The minimum's number stands beside its bar, before the whisker if that is long, or behind it.
void LadderPainter::paintValue(QPainter &painter, const Rung &rung, const QRectF &bar,
                               const Columns &columns) const
{
    const QFont font = isPath(rung) ? m_font : boldFont();
    const QString text = m_words.fineMilliseconds(rung.min);
    const double end = std::max(columns.x(*rung.min), columns.plotLeft + 2.0);
    const double reach = rung.p95 ? std::min(columns.x(*rung.p95), columns.plotRight) : end;
    const bool goesOn = rung.p95 && columns.x(*rung.p95) > columns.plotRight + 1.0;
    const double room = QFontMetricsF(font).horizontalAdvance(text) + 12.0;
    const bool numberFirst = reach - end > room + 6.0;
    if (reach - end >= 2.0)
        paintWhisker(painter, bar, {numberFirst ? end + room : end, reach, goesOn});
    const double left = numberFirst ? end : std::max(reach, end);
    painter.setFont(font);
    painter.setPen(m_palette.color(QPalette::Text));
    painter.drawText(QRectF(left + 6.0, bar.top() - rowHeight(), 200.0, bar.height() + 2 * rowHeight()),
                     Qt::AlignLeft | Qt::AlignVCenter, text);
    painter.setFont(m_font);
}

void LadderPainter::paintWhisker(QPainter &painter, const QRectF &bar, const Whisker &whisker) const
{
    painter.setPen(QPen(mutedText(m_palette), 1.2));
    const double y = bar.center().y();
    const double tip = bar.height() * 0.25;
    const QPointF end(whisker.to, y);
    painter.drawLine(QPointF(whisker.from, y), end);
    const double back = whisker.goesOn ? tip : 0.0; // an arrow: it ends outside the picture
    painter.drawLine(end, end + QPointF(-back, -tip));
    painter.drawLine(end, end + QPointF(-back, tip));
}

} // namespace parallax
