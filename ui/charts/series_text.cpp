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

} // namespace

QStringList seriesText(const std::vector<SeriesColumn> &columns, const TimeScale &scale, double x,
                       const Words &words)
{
    const double place = (x - scale.left) / scale.width * static_cast<double>(columns.size());
    if (place < 0.0 || place >= static_cast<double>(columns.size()))
        return {};
    QStringList lines{fullMoment(scale.at(x))};
    const SeriesColumn &column = columns[static_cast<std::size_t>(place)];
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
