// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_series.h"
#include "ui/charts/nice_scale.h"

#include <QPalette>
#include <QRectF>

#include <vector>

class QPainter;

namespace parallax {

class BarPainter;

/// Draws round trips over time: a band from the least to the most of each column, a line at the median, marks
/// for what was lost.
class SeriesPainter
{
public:
    SeriesPainter(const std::vector<SeriesColumn> &columns, const QPalette &palette, BarPainter &bars);

    /// `top` is the round-trip time in milliseconds at the upper edge.
    void paintBand(QPainter &painter, const QRectF &area, double top) const;
    /// Bars as high as the share that was lost.
    void paintLoss(QPainter &painter, const QRectF &area) const;
    void paintJitter(QPainter &painter, const QRectF &area, double top) const;

private:
    std::size_t spacing() const;
    std::size_t reach(std::size_t column) const;

    const std::vector<SeriesColumn> &m_columns;
    const QPalette &m_palette;
    BarPainter &m_bars;
    std::size_t m_between; // columns, from one round to the next
};

/// How high an axis must reach: to every peak, unless a few of them would flatten all the rest.
double reachOf(const std::vector<SeriesColumn> &columns);

QColor bandColour(const QPalette &palette);
QColor medianColour(const QPalette &palette);
QColor lossColour(const QPalette &palette);
QColor jitterColour(const QPalette &palette);

} // namespace parallax
