// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/latency_delegate.h"

#include "ui/marks.h"
#include "ui/models/hop_latency.h"
#include "ui/models/path_model.h"
#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace parallax {

namespace {

constexpr int usualWidth = 160;
constexpr double margin = 6.0; // beside the scale: half a mark, and some air
constexpr double lineWidth = 1.5;
constexpr double strokeWidth = 2.0;
constexpr double strokeShare = 0.6; // of the row's height
constexpr double markSide = 8.0;
constexpr double arrow = 3.0;

struct Colours {
    QColor line;
    QColor marks;
};

/// On a selected row only the shapes tell what is what.
Colours coloursOf(const QStyleOptionViewItem &option, bool beyond)
{
    if (option.state & QStyle::State_Selected) {
        const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
        const QColor text = option.palette.color(group, QPalette::HighlightedText);
        return {text, text};
    }
    if (beyond)
        return {strokeOf(VerdictKind::Proxy, option.palette), strokeOf(VerdictKind::Proxy, option.palette)};
    return {strokeOf(Layer::Path, option.palette), option.palette.color(QPalette::Text)};
}

/// The scale's begin, middle and end; one below the other they are the grid of the whole column.
void paintGrid(QPainter &painter, const QRectF &scale, const QPalette &palette)
{
    painter.setPen(gridLine(palette));
    for (const double x : {scale.left(), scale.center().x(), scale.right()})
        painter.drawLine(QPointF(x, scale.top()), QPointF(x, scale.bottom()));
}

void paintBar(QPainter &painter, const QRectF &scale, const HopLatency &latency, const Colours &colours)
{
    const auto x = [&](double milliseconds) {
        return scale.left() + scale.width() * std::min(milliseconds / latency.reach, 1.0);
    };
    const double y = scale.center().y();
    painter.setPen(QPen(colours.line, lineWidth));
    painter.drawLine(QPointF(x(latency.best), y), QPointF(x(latency.worst), y));
    if (latency.worst > latency.reach) { // and on
        painter.drawLine(QPointF(scale.right() - arrow, y - arrow), QPointF(scale.right(), y));
        painter.drawLine(QPointF(scale.right() - arrow, y + arrow), QPointF(scale.right(), y));
    }
    if (latency.last) {
        const double half = scale.height() * strokeShare / 2.0;
        painter.setPen(QPen(colours.marks, strokeWidth, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(x(*latency.last), y - half), QPointF(x(*latency.last), y + half));
    }
    if (latency.mean || latency.beyond) // of minutes' figures the mean is not known
        paintMark(
            painter, latency.beyond ? Mark::Triangle : Mark::Disc,
            {x(latency.mean.value_or(latency.best)) - markSide / 2.0, y - markSide / 2.0, markSide, markSide},
            colours.marks);
}

} // namespace

void LatencyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index); // the row's background
    const QRectF scale = QRectF(option.rect).adjusted(margin, 0.0, -margin, 0.0);
    if (scale.width() <= 0.0)
        return;
    painter->save();
    painter->setClipRect(option.rect);
    if (!(option.state & QStyle::State_Selected))
        paintGrid(*painter, scale, option.palette);
    const auto latency = index.data(PathModel::LatencyRole).value<HopLatency>();
    if (latency.reach > 0.0) { // else nobody answers there
        painter->setRenderHint(QPainter::Antialiasing);
        paintBar(*painter, scale, latency, coloursOf(option, latency.beyond));
    }
    painter->restore();
}

QSize LatencyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {usualWidth, QStyledItemDelegate::sizeHint(option, index).height()};
}

} // namespace parallax
