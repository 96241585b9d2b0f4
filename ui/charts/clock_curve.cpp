// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/clock_curve.h"

#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

constexpr double lineWidth = 1.6;

} // namespace

QPen penOf(ClockScheme scheme, const QPalette &palette)
{
    QPen pen(strokeOf(scheme, palette), lineWidth);
    switch (scheme) {
    case ClockScheme::Raw:
    case ClockScheme::Median:
        break;
    case ClockScheme::Ewma:
        pen.setStyle(Qt::DashLine);
        break;
    case ClockScheme::Kalman:
        pen.setStyle(Qt::DashDotLine);
        break;
    case ClockScheme::Pid:
        pen.setStyle(Qt::DotLine);
        break;
    }
    if (scheme == ClockScheme::Median)
        pen.setWidthF(2 * lineWidth);
    return pen;
}

QList<QPointF> decimated(std::span<const ClockPoint> points, Timestamp origin, SecondsSpan span, int columns)
{
    const auto point = [&](const ClockPoint &p) {
        return QPointF(toSeconds(p.at - origin), toMilliseconds(p.value));
    };
    const auto isBefore = [&](const ClockPoint &p, double seconds) {
        return toSeconds(p.at - origin) < seconds;
    };
    const auto inside = std::lower_bound(points.begin(), points.end(), span.from, isBefore);
    const auto behind = std::lower_bound(inside, points.end(), span.to, isBefore);
    QList<QPointF> drawn;
    if (inside != points.begin())
        drawn.append(point(*std::prev(inside)));
    const double width = std::max(span.width(), 1e-9) / std::max(columns, 1);
    for (auto from = inside; from != behind;) {
        const double column = std::floor((toSeconds(from->at - origin) - span.from) / width);
        const auto to = std::find_if(from, behind, [&](const ClockPoint &p) {
            return std::floor((toSeconds(p.at - origin) - span.from) / width) > column;
        });
        const auto [least, most] = std::minmax_element(
            from, to, [](const ClockPoint &a, const ClockPoint &b) { return a.value < b.value; });
        drawn.append(point(*std::min(least, most)));
        if (least != most)
            drawn.append(point(*std::max(least, most)));
        from = to;
    }
    if (behind != points.end())
        drawn.append(point(*behind));
    return drawn;
}

} // namespace parallax
