// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_axis.h"

#include "ui/moment.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::seconds, 17> steps{
    1s, 2s, 5s, 10s, 30s, 60s, 120s, 300s, 600s, 900s, 1800s, 3600s, 7200s, 10800s, 21600s, 43200s, 86400s};

} // namespace

std::vector<TimeTick> timeTicks(const TimeSpan &span, int most)
{
    std::vector<TimeTick> ticks;
    if (span.to <= span.from || most < 1)
        return ticks;
    const auto fits = std::find_if(steps.begin(), steps.end(),
                                   [&](std::chrono::seconds step) { return span.length() / step < most; });
    const std::chrono::seconds step = fits == steps.end() ? span.length() / most / 1s * 1s + 1s : *fits;
    const QDateTime first = localTime(span.from);
    const auto shift = std::chrono::seconds(first.offsetFromUtc());
    const auto sinceEpoch = span.from.time_since_epoch() + shift;
    const auto begin = (sinceEpoch + step - 1ns) / step * step - shift;
    for (Timestamp at{begin}; at < span.to; at += step) {
        const QDateTime local = localTime(at);
        const bool midnight = local.time() == QTime(0, 0);
        const QString format = midnight ? QStringLiteral("MM-dd")
                                        : (step < 60s ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
        ticks.push_back({at, local.toString(format)});
    }
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

} // namespace parallax
