// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_axis.h"

#include "ui/moment.h"
#include "ui/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace parallax {

namespace {

using namespace std::chrono_literals;

using std::chrono::days;

constexpr std::array<std::chrono::seconds, 21> steps{
    1s,    2s,    5s,     10s,    30s,    60s,     120s,    300s,    600s,     900s,    1800s,
    3600s, 7200s, 10800s, 21600s, 43200s, days{1}, days{2}, days{7}, days{14}, days{28}};

/// Of the clock on the wall, at that moment: it may change within what is in view.
std::chrono::seconds offsetAt(Timestamp at)
{
    return std::chrono::seconds(localTime(at).offsetFromUtc());
}

/// The first moment from `at` on that the clock on the wall shows as a multiple of `step`.
Timestamp roundMoment(Timestamp at, std::chrono::seconds step)
{
    const auto counted = [&](std::chrono::seconds offset) {
        return Timestamp{(at.time_since_epoch() + offset + step - 1ns) / step * step - offset};
    };
    Timestamp moment = counted(offsetAt(at));
    const std::chrono::seconds offset = offsetAt(moment);
    moment = counted(offset);
    while (offsetAt(moment) != offset)
        moment += step;
    return moment;
}

QString labelOf(Timestamp at, std::chrono::seconds step)
{
    const QDateTime local = localTime(at);
    if (step >= days{1} || local.time() == QTime(0, 0))
        return local.toString(QStringLiteral("MM-dd"));
    return local.toString(step < 60s ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

} // namespace

std::vector<TimeTick> timeTicks(const TimeSpan &span, int most)
{
    std::vector<TimeTick> ticks;
    if (span.to <= span.from || most < 1)
        return ticks;
    const auto fits = std::find_if(steps.begin(), steps.end(),
                                   [&](std::chrono::seconds step) { return span.length() / step < most; });
    const std::chrono::seconds step = fits == steps.end() ? days{span.length() / most / days{1} + 1} : *fits;
    for (Timestamp at = roundMoment(span.from, step); at < span.to; at = roundMoment(at + 1ns, step))
        ticks.push_back({at, labelOf(at, step)});
    return ticks;
}

double TimeScale::x(Timestamp at) const
{
    const auto length = static_cast<double>(std::max<std::int64_t>(span.length().count(), 1));
    return left + static_cast<double>((at - span.from).count()) / length * width;
}

Timestamp TimeScale::at(double x) const
{
    const double share = (x - left) / std::max(width, 1.0);
    return span.from
        + Duration(static_cast<std::int64_t>(share * static_cast<double>(span.length().count())));
}

void paintFocus(QPainter &painter, const QRectF &plot, const TimeScale &scale, const TimeSpan &focus,
                const QPalette &palette)
{
    const double left = std::clamp(scale.x(focus.from), plot.left(), plot.right());
    const double right = std::clamp(scale.x(focus.to), plot.left(), plot.right());
    QColor veil = palette.color(QPalette::Base);
    veil.setAlphaF(0.62F);
    painter.fillRect(QRectF(plot.topLeft(), QPointF(left, plot.bottom())), veil);
    painter.fillRect(QRectF(QPointF(right, plot.top()), plot.bottomRight()), veil);
    const QColor frame = readable(palette.color(QPalette::Highlight), palette.color(QPalette::Base), 3.0);
    painter.setPen(QPen(frame, 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(QPointF(left, plot.top()), QPointF(right, plot.bottom())));
}

} // namespace parallax
