// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/marks.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace parallax {

namespace {

QPolygonF triangle(const QRectF &r)
{
    return {{r.center().x(), r.top()}, r.bottomRight(), r.bottomLeft()};
}

QPolygonF diamond(const QRectF &r)
{
    return {{r.center().x(), r.top()},
            {r.right(), r.center().y()},
            {r.center().x(), r.bottom()},
            {r.left(), r.center().y()}};
}

void paintFilled(QPainter &painter, Mark mark, const QRectF &r)
{
    if (mark == Mark::Triangle)
        painter.drawPolygon(triangle(r.adjusted(0, r.height() * 0.06, 0, -r.height() * 0.06)));
    else if (mark == Mark::Diamond)
        painter.drawPolygon(diamond(r));
    else if (mark == Mark::Square)
        painter.drawRect(r.adjusted(r.width() * 0.1, r.height() * 0.1, -r.width() * 0.1, -r.height() * 0.1));
    else if (mark == Mark::HalfDisc)
        painter.drawPie(r, 90 * 16, 180 * 16);
    else
        painter.drawEllipse(r);
}

void paintStroked(QPainter &painter, Mark mark, const QRectF &r)
{
    QPainterPath path;
    if (mark == Mark::Check) {
        path.moveTo(r.left(), r.top() + r.height() * 0.55);
        path.lineTo(r.left() + r.width() * 0.36, r.top() + r.height() * 0.88);
        path.lineTo(r.right(), r.top() + r.height() * 0.14);
    } else if (mark == Mark::Cross) {
        path.moveTo(r.topLeft());
        path.lineTo(r.bottomRight());
        path.moveTo(r.topRight());
        path.lineTo(r.bottomLeft());
    } else {
        path.addEllipse(r);
    }
    painter.drawPath(path);
}

void paintQuestion(QPainter &painter, const QRectF &r, const QColor &colour)
{
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(std::max(4, static_cast<int>(r.height() * 1.15)));
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(r.adjusted(-4, -4, 4, 4), Qt::AlignCenter, QStringLiteral("?"));
}

/// Paints the mark at whatever size is asked for.
class MarkEngine : public QIconEngine
{
public:
    MarkEngine(Mark mark, const QColor &colour)
        : m_mark(mark)
        , m_colour(colour)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        Q_UNUSED(state)
        // On a selected row the shape alone speaks: not every colour can be seen on the highlight.
        const QColor selected = QApplication::palette().color(QPalette::HighlightedText);
        paintMark(*painter, m_mark, rect, mode == QIcon::Selected ? selected : m_colour);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, pixmap.rect(), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new MarkEngine(*this); }

private:
    Mark m_mark;
    QColor m_colour;
};

} // namespace

Mark markOf(VerdictKind kind)
{
    switch (kind) {
    case VerdictKind::Direct:
        return Mark::Disc;
    case VerdictKind::Proxy:
        return Mark::Triangle;
    case VerdictKind::Tunnel:
        return Mark::Diamond;
    case VerdictKind::Inconclusive:
        break;
    }
    return Mark::Ring;
}

void paintMark(QPainter &painter, Mark mark, const QRectF &area, const QColor &colour)
{
    const double side = std::min(area.width(), area.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(area.center());
    const QRectF inner = square.adjusted(side * 0.12, side * 0.12, -side * 0.12, -side * 0.12);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPen pen(colour, std::max(1.2, side * 0.13), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (mark == Mark::Question) {
        paintQuestion(painter, inner, colour);
    } else if (mark == Mark::Ring || mark == Mark::Check || mark == Mark::Cross) {
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        paintStroked(
            painter, mark,
            inner.adjusted(pen.widthF() / 2, pen.widthF() / 2, -pen.widthF() / 2, -pen.widthF() / 2));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        paintFilled(painter, mark, inner);
    }
    painter.restore();
}

QIcon markIcon(Mark mark, const QColor &colour)
{
    return QIcon(new MarkEngine(mark, colour));
}

MarkWidget::MarkWidget(int side, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(side, side);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void MarkWidget::setMark(Mark mark, const QColor &colour)
{
    if (mark == m_mark && colour == m_colour)
        return;
    m_mark = mark;
    m_colour = colour;
    update();
}

void MarkWidget::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    paintMark(painter, m_mark, rect(), m_colour);
}

} // namespace parallax
