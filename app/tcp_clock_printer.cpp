// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tcp_clock_printer.h"

#include "core/base/statistics.h"
#include "core/exporter/json_values.h"
#include "core/text/words.h"

#include <array>

namespace parallax {

namespace {

constexpr std::size_t mostRows = 20; // fit a terminal

QString ms(Duration duration)
{
    return QString::number(toMilliseconds(duration), 'f', 3);
}

QJsonValue microseconds(std::optional<Duration> duration)
{
    return duration ? QJsonValue(toMilliseconds(*duration) * 1e3) : QJsonValue();
}

QString row(const QStringList &cells)
{
    constexpr std::array<int, 5> widths{24, 9, 10, 12, 26};
    QString line = cells.front().leftJustified(widths.front());
    for (qsizetype i = 1; i < cells.size() - 1; ++i)
        line += cells[i].rightJustified(widths.at(static_cast<std::size_t>(i)));
    return line + QStringLiteral("  ") + cells.back();
}

double perSecond(const TcpCrowdSummary &summary)
{
    const double seconds = toSeconds(summary.took);
    return seconds > 0.0 ? static_cast<double>(summary.answered) / seconds : 0.0;
}

} // namespace

QString tcpTotalsLine(const TcpClockTotals &totals)
{
    return QStringLiteral("%1 open of %2 connections, %3 refused; %4 requests, %5 bytes in, %6 out")
        .arg(totals.open)
        .arg(totals.accepted)
        .arg(totals.refused)
        .arg(totals.requests)
        .arg(totals.bytesIn)
        .arg(totals.bytesOut);
}

QString tcpConnectionLine(const TcpClockConnection &connection)
{
    return row({QString::fromStdString(connection.peer.toString()), QString::number(connection.requests()),
                QString::number(connection.bytesIn), QString::number(connection.bytesOut),
                isoTime(connection.since), Words().tcpClockEnd(connection.end)});
}

QStringList tcpServerTable(const TcpClockState &state)
{
    QStringList lines{tcpTotalsLine(state.totals())};
    if (state.connections().empty())
        return lines;
    lines << row({QStringLiteral("client"), QStringLiteral("requests"), QStringLiteral("bytes in"),
                  QStringLiteral("bytes out"), QStringLiteral("since"), QStringLiteral("state")});
    std::size_t count = 0;
    for (auto at = state.connections().rbegin(); at != state.connections().rend() && count < mostRows;
         ++at, ++count)
        lines << tcpConnectionLine(at->second);
    if (state.connections().size() > count)
        lines << QStringLiteral("and %1 older ones").arg(state.connections().size() - count);
    return lines;
}

QString tcpSampleLine(const TcpTimeSample &sample)
{
    return QStringLiteral("request %1: RTT %2 ms, their clock is %3 ms off ours (± %4)")
        .arg(sample.number)
        .arg(ms(sample.rtt), ms(sample.exchange.offset()), ms(sample.rtt / 2));
}

QJsonObject tcpSampleObject(const TcpTimeSample &sample)
{
    return {{QStringLiteral("event"), QStringLiteral("sample")},
            {QStringLiteral("number"), static_cast<qint64>(sample.number)},
            {QStringLiteral("connection"), static_cast<qint64>(sample.connection)},
            {QStringLiteral("sent"), isoTime(sample.exchange.sent, 6)},
            {QStringLiteral("rtt_us"), microseconds(sample.rtt)},
            {QStringLiteral("offset_us"), microseconds(sample.exchange.offset())},
            {QStringLiteral("bound_low_us"), microseconds(sample.exchange.lowest())},
            {QStringLiteral("bound_high_us"), microseconds(sample.exchange.highest())}};
}

QStringList tcpSummaryLines(const TcpCrowdSummary &summary)
{
    QStringList lines{QStringLiteral("%1 of %2 connected, %3 failed")
                          .arg(summary.connected)
                          .arg(summary.connections)
                          .arg(summary.failed)};
    if (summary.trouble)
        lines.last() += QStringLiteral(": ") + QString::fromStdString(summary.trouble->message);
    if (summary.rtts.empty())
        return lines;
    lines << QStringLiteral("%1 answers in %2 s, %3 a second")
                 .arg(summary.answered)
                 .arg(QString::number(toMilliseconds(summary.took) / 1000.0, 'f', 2),
                      QString::number(perSecond(summary), 'f', 0));
    lines << QStringLiteral("RTT: median %1 ms, p95 %2 ms, p99 %3 ms")
                 .arg(ms(*median(summary.rtts)), ms(*percentile(summary.rtts, 0.95)),
                      ms(*percentile(summary.rtts, 0.99)));
    if (!summary.quickest) // our clock was set all the time
        return lines;
    lines << QStringLiteral("Their clock is %1 ms off ours, by the quickest answer between %2 and %3 ms")
                 .arg(ms(summary.quickest->offset()), ms(summary.quickest->lowest()),
                      ms(summary.quickest->highest()));
    return lines;
}

QJsonObject tcpSummaryObject(const TcpCrowdSummary &summary)
{
    const auto &quickest = summary.quickest;
    const auto of = [&](double fraction) { return microseconds(percentile(summary.rtts, fraction)); };
    const QJsonObject rtt{{QStringLiteral("min"), microseconds(minimum(summary.rtts))},
                          {QStringLiteral("median"), of(0.5)},
                          {QStringLiteral("p95"), of(0.95)},
                          {QStringLiteral("p99"), of(0.99)}};
    return {{QStringLiteral("event"), QStringLiteral("summary")},
            {QStringLiteral("connections"), summary.connections},
            {QStringLiteral("connected"), summary.connected},
            {QStringLiteral("failed"), summary.failed},
            {QStringLiteral("trouble"),
             summary.trouble ? QJsonValue(QString::fromStdString(summary.trouble->message)) : QJsonValue()},
            {QStringLiteral("answered"), static_cast<qint64>(summary.answered)},
            {QStringLiteral("took_us"), microseconds(summary.took)},
            {QStringLiteral("requests_per_second"), perSecond(summary)},
            {QStringLiteral("rtt_us"), rtt},
            {QStringLiteral("offset_us"), quickest ? microseconds(quickest->offset()) : QJsonValue()},
            {QStringLiteral("bound_low_us"), quickest ? microseconds(quickest->lowest()) : QJsonValue()},
            {QStringLiteral("bound_high_us"), quickest ? microseconds(quickest->highest()) : QJsonValue()}};
}

} // namespace parallax
