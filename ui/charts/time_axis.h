// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_series.h"

#include <QPalette>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace parallax {

/// A line of the wall clock.
struct TimeTick {
    Timestamp at{};
    QString label{};
};

/// Moments that a clock shows as round ones, at most `most`, local time.
std::vector<TimeTick> timeTicks(const TimeSpan &span, int most);

/// Between moments and places on a horizontal axis.
struct TimeScale {
    TimeSpan span{};
    double left = 0.0;
    double width = 1.0;

    double x(Timestamp at) const;
    Timestamp at(double x) const;
};

/// Pales what of `plot` is not in the focus, and frames what is.
void paintFocus(QPainter &painter, const QRectF &plot, const TimeScale &scale, const TimeSpan &focus,
                const QPalette &palette);

} // namespace parallax
