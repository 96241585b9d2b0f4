// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/ladder.h"
#include "ui/charts/nice_scale.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace parallax {

class Words;

/// Draws the ladder anywhere: in the window, into a PNG or an SVG.
class LadderPainter
{
public:
    LadderPainter(const std::vector<Rung> &rungs, const StableScale &scale, const Words &words);

    void setLook(const QFont &font, const QPalette &palette);
    double rowHeight() const;
    /// All rows with the axis below them.
    double height() const;
    void paint(QPainter &painter, const QRectF &area) const;
    /// The rung drawn at `y`, or -1.
    int rungAt(double y, const QRectF &area) const;

    static QString label(const Rung &rung);

private:
    struct Columns; // where labels end and the plot begins
    struct Whisker {
        double from = 0.0;
        double to = 0.0;
        bool goesOn = false;
    };

    Columns columns(const QRectF &area) const;
    void paintAxis(QPainter &painter, const Columns &columns) const;
    void paintRung(QPainter &painter, const Rung &rung, const Columns &columns, double top) const;
    void paintLabel(QPainter &painter, const Rung &rung, const QRectF &cell) const;
    void paintBar(QPainter &painter, const Rung &rung, const QRectF &row, const Columns &columns) const;
    void paintGap(QPainter &painter, const Rung &rung, const QRectF &bar, const Columns &columns) const;
    void paintValue(QPainter &painter, const Rung &rung, const QRectF &bar, const Columns &columns) const;
    void paintWhisker(QPainter &painter, const QRectF &bar, const Whisker &whisker) const;
    QFont boldFont() const;

    const std::vector<Rung> &m_rungs;
    const StableScale &m_scale;
    const Words &m_words;
    QFont m_font;
    QPalette m_palette;
};

} // namespace parallax
