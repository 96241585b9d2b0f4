// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clock_printer.h"

#include "core/data/clock_names.h"
#include "core/text/words.h"

#include <algorithm>
#include <array>

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

/// Not wider than a terminal of 80 columns: a line that wraps cannot be drawn over.
QString row(const QStringList &cells)
{
    constexpr std::array<int, 8> widths{7, 9, 6, 9, 12, 13, 9, 11};
    QString line = cells.front().leftJustified(widths.front());
    for (qsizetype i = 1; i < cells.size(); ++i)
        line += cells[i].rightJustified(widths.at(static_cast<std::size_t>(i)));
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
    cells << ms(last.exchange.rtt()) << ms(last.correction) << ms(last.estimate.offset)
          << ms(last.estimate.uncertainty);
    const auto quality = recentQuality(state);
    cells << (last.truth    ? ms(last.estimate.offset - *last.truth)
                  : quality ? name(nameOf(*quality))
                            : QStringLiteral("-"));
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
    QStringList lines{
        QStringLiteral("Their clock is %1 ms off ours (± %2), for sure")
            .arg(ms(best.offset), ms(best.uncertainty)),
        QStringLiteral("between %1 and %2 ms").arg(ms(sample.bound.low), ms(sample.bound.high))};
    if (best.driftPpm)
        lines << QStringLiteral("and gains %1 ± %2 ppm.")
                     .arg(ppm(*best.driftPpm), ppm(best.driftUncertaintyPpm.value_or(0.0)));
    lines << QStringLiteral("The way there took %1 ms, the way back %2 ms.")
                 .arg(ms(sample.wayThere()), ms(sample.wayBack()));
    return lines;
}

} // namespace

QString clockHeading(const ClockState &state)
{
    const ClockRequest &request = state.request;
    const Duration fixed =
        request.interval > Duration::zero() ? request.interval : ClockRequest::usualInterval;
    const QString interval = request.asksAsTheOriginal()
        ? QStringLiteral("every 1, 2 or 5 s, by the mean error")
        : QStringLiteral("every %1 ms").arg(toMilliseconds(fixed));
    return QStringLiteral("Clock of %1 (%2), asked %3; no clock is set")
        .arg(QString::fromStdString(request.host), QString::fromStdString(state.address.toString()),
             interval);
}

QStringList clockTable(const ClockBoard &board)
{
    const bool truth = std::any_of(board.clocks().begin(), board.clocks().end(), [](const auto &entry) {
        return !entry.second.samples.empty() && entry.second.samples.back().truth;
    });
    const QStringList titles{
        QStringLiteral("scheme"),  QStringLiteral("answered"),
        QStringLiteral("lost"),    QStringLiteral("RTT ms"),
        QStringLiteral("told ms"), QStringLiteral("offset ms"),
        QStringLiteral("± ms"),    truth ? QStringLiteral("error ms") : QStringLiteral("quality")};
    QStringList lines{row(titles)};
    for (const auto &[id, state] : board.clocks())
        lines << rowOf(state);
    if (const ClockSample *best = surest(board))
        lines << conclusion(*best);
    return lines;
}

QString clockNote(const ClockBoard &board)
{
    const ClockSample *best = surest(board);
    return best != nullptr ? Words().negativeWay(*best) : QString();
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
