// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_figures.h"
#include "core/data/clock_sample.h"

#include <QList>
#include <QPalette>
#include <QPen>
#include <QPointF>
#include <QString>

#include <span>
#include <vector>

namespace parallax {

/// What one clock client is drawn by, in time order.
struct ClockCurve {
    ClockScheme scheme{};
    QString name{}; // in the legend
    std::vector<ClockPoint> points{};
};

/// Each scheme has one colour everywhere, and a dash of its own beside it.
QPen penOf(ClockScheme scheme, const QPalette &palette);

/// Seconds of a picture, from its origin on.
struct SecondsSpan {
    double from = 0.0;
    double to = 0.0;

    double width() const { return to - from; }
    bool operator==(const SecondsSpan &) const = default;
};

/// The lowest and the highest point of each of so many columns, in time order: x in seconds, y in ms. More
/// could not be told apart, and a chart redraws every point. The neighbours just outside the span are kept,
/// so that a line enters and leaves.
QList<QPointF> decimated(std::span<const ClockPoint> points, Timestamp origin, SecondsSpan span, int columns);

} // namespace parallax
