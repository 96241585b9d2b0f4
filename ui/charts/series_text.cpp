// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_text.h"

#include "core/text/words.h"
#include "ui/moment.h"

#include <QCoreApplication>

namespace parallax {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("SeriesText", text);
}

/// The nearest one with a round in it: of a view that has fewer rounds than pixels most have none.
std::size_t nearestMeasured(const std::vector<SeriesColumn> &columns, std::size_t at)
{
    constexpr std::size_t reach = 16; // half of what is between two rounds of the shortest watch
    const auto isMeasured = [&](std::size_t column) {
        return column < columns.size() && columns[column].answered + columns[column].lost > 0;
    };
    for (std::size_t away = 0; away <= reach; ++away) {
        if (away <= at && isMeasured(at - away))
            return at - away;
        if (isMeasured(at + away))
            return at + away;
    }
    return at;
}

} // namespace

QStringList seriesText(const std::vector<SeriesColumn> &columns, const TimeScale &scale, double x,
                       const Words &words)
{
    const double place = (x - scale.left) / scale.width * static_cast<double>(columns.size());
    if (place < 0.0 || place >= static_cast<double>(columns.size()))
        return {};
    const auto under = static_cast<std::size_t>(place);
    const std::size_t nearest = nearestMeasured(columns, under);
    const double shift = (static_cast<double>(nearest) - static_cast<double>(under)) * scale.width
        / static_cast<double>(columns.size());
    QStringList lines{fullMoment(scale.at(x + shift))};
    const SeriesColumn &column = columns[nearest];
    const auto rtt = [&](std::uint32_t value) {
        return words.fineDuration(std::chrono::microseconds(value));
    };
    if (column.answered > 0)
        lines << say(QT_TRANSLATE_NOOP("SeriesText", "%1 to %2, median %3"))
                     .arg(rtt(column.least), rtt(column.most), rtt(column.median));
    if (column.lost > 0)
        lines << say(QT_TRANSLATE_NOOP("SeriesText", "%1 of %2 lost"))
                     .arg(words.locale().toString(column.lost),
                          words.locale().toString(column.lost + column.answered));
    return lines;
}

} // namespace parallax
