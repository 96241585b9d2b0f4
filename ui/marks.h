// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/verdict.h"

#include <QIcon>
#include <QWidget>

#include <cstdint>

class QPainter;

namespace parallax {

/// Small shapes that stand beside a word and a colour, so that colour is never the only sign.
enum class Mark : std::uint8_t { Disc, Triangle, Diamond, Ring, Square, HalfDisc, Check, Cross, Question };

Mark markOf(VerdictKind kind);
void paintMark(QPainter &painter, Mark mark, const QRectF &area, const QColor &colour);
/// Sharp at any size and scale.
QIcon markIcon(Mark mark, const QColor &colour);

/// A mark in a layout. Its meaning is always also in the words beside it.
class MarkWidget : public QWidget
{
    Q_OBJECT

public:
    explicit MarkWidget(int side, QWidget *parent = nullptr);

    void setMark(Mark mark, const QColor &colour);
    Mark mark() const { return m_mark; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mark m_mark = Mark::Ring;
    QColor m_colour;
};

} // namespace parallax
