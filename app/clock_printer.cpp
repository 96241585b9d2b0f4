// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clock_printer.h"

#include "core/data/clock_names.h"
#include "core/text/words.h"

#include <algorithm>

namespace parallax {

namespace {

QString ms(Duration duration)
{
    return QString::number(toMilliseconds(duration), 'f', 3);
}

QString ms(std::optional<Duration> duration)
{
    return duration ? ms(*duration) : QStringLiteral("-");
}

QString ppm(double value)
{
    return QString::number(value, 'f', 2);
}

QString row(const QStringList &cells)
{
    constexpr int firstWidth = 8;
    constexpr int width = 12;
    QString line = cells.front().leftJustified(firstWidth);
    for (qsizetype i = 1; i < cells.size(); ++i)
        line += cells[i].rightJustified(width);
    return line;
}

QString name(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString rowOf(const ClockState &state)
{
    QStringList cells{name(nameOf(state.request.scheme)), QString::number(state.counts.answered),
                      QString::number(state.counts.lost)};
    if (state.samples.empty())
        return row(cells);
    const ClockSample &last = state.samples.back();
    const auto statistics = statisticsOf(offsetsOf(state));
    cells << ms(last.exchange.rtt()) << ms(last.correction) << ms(last.estimate.offset)
          << ms(last.estimate.uncertainty) << ms(statistics.deviation);
    if (last.truth)
        cells << ms(last.estimate.offset - *last.truth);
    cells << name(nameOf(qualityOf(statistics)));
    return row(cells);
}

/// The client that knows best.
const ClockSample *surest(const ClockBoard &board)
{
    const ClockSample *best = nullptr;
    for (const auto &[id, state] : board.clocks()) {
        if (!state.samples.empty()
            && (best == nullptr || state.samples.back().bound.halfWidth() < best->bound.halfWidth()))
            best = &state.samples.back();
    }
    return best;
}

QStringList conclusion(const ClockSample &sample)
{
    const ClockEstimate &best = sample.best;
    QStringList lines;
    lines << QStringLiteral("Their clock is %1 ms off ours (± %2), for sure between %3 and %4 ms")
                 .arg(ms(best.offset), ms(best.uncertainty), ms(sample.bound.low), ms(sample.bound.high));
    if (best.driftPpm)
        lines << QStringLiteral("and gains %1 ± %2 ppm. The way there took %3 ms, the way back %4 ms.")
                     .arg(ppm(*best.driftPpm), ppm(best.driftUncertaintyPpm.value_or(0.0)),
                          ms(sample.wayThere()), ms(sample.wayBack()));
    const QString negative = Words().negativeWay(sample);
    if (!negative.isEmpty())
        lines << negative;
    return lines;
}

} // namespace

QString clockHeading(const ClockState &state)
{
    const QString interval = state.request.interval > Duration::zero()
        ? QStringLiteral("every %1 ms").arg(toMilliseconds(state.request.interval))
        : QStringLiteral("every 1, 2 or 5 s, by the mean error");
    return QStringLiteral("Clock of %1 (%2), asked %3; no clock is set")
        .arg(QString::fromStdString(state.request.host), QString::fromStdString(state.address.toString()),
             interval);
}

QStringList clockTable(const ClockBoard &board)
{
    const bool truth = std::any_of(board.clocks().begin(), board.clocks().end(), [](const auto &entry) {
        return !entry.second.samples.empty() && entry.second.samples.back().truth;
    });
    QStringList titles{QStringLiteral("scheme"), QStringLiteral("answered"), QStringLiteral("lost"),
                       QStringLiteral("RTT ms"), QStringLiteral("told ms"),  QStringLiteral("offset ms"),
                       QStringLiteral("± ms"),   QStringLiteral("spread ms")};
    if (truth)
        titles << QStringLiteral("error ms");
    titles << QStringLiteral("quality");
    QStringList lines{row(titles)};
    for (const auto &[id, state] : board.clocks())
        lines << rowOf(state);
    if (const ClockSample *best = surest(board))
        lines << conclusion(*best);
    return lines;
}

QString clockServerLine(const ClockServerCounts &counts)
{
    QStringList parts{QStringLiteral("%1 answered, %2 clients").arg(counts.answered).arg(counts.clients)};
    for (std::size_t i = 0; i < counts.refused.size(); ++i) {
        if (counts.refused[i] > 0)
            parts << QStringLiteral("%1 refused: %2")
                         .arg(counts.refused[i])
                         .arg(Words().clockRefusal(static_cast<ClockRefusal>(i)));
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace parallax
