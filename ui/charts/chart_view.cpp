// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_view.h"

#include "ui/theme.h"

#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>

#include <algorithm>

namespace parallax {

ChartView::ChartView(QWidget *parent)
    : QChartView(parent)
{
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundRoundness(0);
    chart()->legend()->hide();
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setLocalizeNumbers(true);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::TabFocus);
    setAcceptDrops(false); // the window takes what is dropped; a view would swallow it
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

Picture ChartView::picture(const QString &title, const QString &fileStem)
{
    return {.title = title,
            .fileStem = fileStem,
            .size = QSizeF(std::max(width(), 720), std::max(height(), 400)),
            .paint = [this](QPainter &painter, const QRectF &area) { paintAt(painter, area); }};
}

/// Lays the chart out for another size, paints it and takes the size back: words keep their size in a
/// picture.
void ChartView::paintAt(QPainter &painter, const QRectF &area)
{
    const QSizeF shown = chart()->size();
    const QRectF legend = legendArea(area.width());
    makeRoom(area.width());
    chart()->resize(area.size());
    chart()->layout()->activate();
    scene()->render(&painter, area, chart()->sceneBoundingRect(), Qt::KeepAspectRatio);
    m_legend.paint(painter, legend.translated(area.topLeft()), font(), palette());
    makeRoom(width());
    chart()->resize(shown);
}

void ChartView::restyle()
{
    chart()->setBackgroundBrush(palette().color(QPalette::Base));
    setBackgroundBrush(palette().color(QPalette::Base));
    const auto axes = chart()->axes();
    for (QAbstractAxis *axis : axes)
        styleAxis(axis);
}

void ChartView::styleAxis(QAbstractAxis *axis) const
{
    axis->setLabelsFont(font());
    axis->setTitleFont(font());
    axis->setLabelsColor(mutedText(palette()));
    axis->setTitleBrush(mutedText(palette()));
    axis->setLinePenColor(gridLine(palette()));
    axis->setGridLinePen(QPen(gridLine(palette()), 1.0));
    axis->setShadesVisible(false);
}

void ChartView::setLegend(std::vector<LegendEntry> entries)
{
    m_legend.setEntries(std::move(entries));
    makeRoom(width());
    viewport()->update();
}

QRectF ChartView::legendArea(double width) const
{
    constexpr double inset = 12.0;
    return {inset, 8.0, width - 2 * inset, m_legend.height(font(), width - 2 * inset)};
}

void ChartView::makeRoom(double width)
{
    const QRectF legend = legendArea(width);
    const int top = static_cast<int>(legend.bottom()) + (legend.height() > 0.0 ? 4 : 0);
    const QMargins margins(2, top, 6, 2);
    if (chart()->margins() != margins)
        chart()->setMargins(margins);
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    makeRoom(width());
    QChartView::resizeEvent(event);
}

void ChartView::drawForeground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawForeground(painter, rect);
    m_legend.paint(*painter, legendArea(width()), font(), palette());
}

void ChartView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        restyle();
        makeRoom(width());
    }
}

} // namespace parallax
