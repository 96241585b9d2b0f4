// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/clock_export.h"

#include "core/data/clock_names.h"
#include "core/document/csv_cell.h"
#include "core/exporter/json_values.h"

#include <algorithm>
#include <array>
#include <vector>

namespace parallax {

namespace {

std::optional<double> microseconds(std::optional<Duration> duration)
{
    return duration ? std::optional(toMilliseconds(*duration) * 1000.0) : std::nullopt;
}

struct Column {
    const char *name;
    std::optional<double> (*value)(const ClockSample &);
};

/// The numbers of a sample, for both formats.
constexpr std::array<Column, 15> columns{{
    {"rtt_us", [](const ClockSample &s) { return microseconds(s.exchange.rtt()); }},
    {"offset_us", [](const ClockSample &s) { return microseconds(s.exchange.offset()); }},
    {"estimate_us", [](const ClockSample &s) { return microseconds(s.estimate.offset); }},
    {"uncertainty_us", [](const ClockSample &s) { return microseconds(s.estimate.uncertainty); }},
    {"best_us", [](const ClockSample &s) { return microseconds(s.best.offset); }},
    {"best_uncertainty_us", [](const ClockSample &s) { return microseconds(s.best.uncertainty); }},
    {"bound_low_us", [](const ClockSample &s) { return microseconds(s.bound.low); }},
    {"bound_high_us", [](const ClockSample &s) { return microseconds(s.bound.high); }},
    {"drift_ppm", [](const ClockSample &s) { return s.best.driftPpm; }},
    {"drift_uncertainty_ppm", [](const ClockSample &s) { return s.best.driftUncertaintyPpm; }},
    {"way_there_us", [](const ClockSample &s) { return microseconds(s.wayThere()); }},
    {"way_back_us", [](const ClockSample &s) { return microseconds(s.wayBack()); }},
    {"correction_us", [](const ClockSample &s) { return microseconds(s.correction); }},
    {"applied_us", [](const ClockSample &s) { return microseconds(s.applied); }},
    {"truth_us", [](const ClockSample &s) { return microseconds(s.truth); }},
}};

const char *stampsOf(const ClockSample &sample)
{
    return sample.kernelStamps ? "kernel" : "application";
}

QByteArray csvRow(const std::vector<std::string> &cells)
{
    std::string csv;
    addRow(csv, cells);
    return QByteArray::fromStdString(csv);
}

void addWhatItIs(QJsonObject &object, const char *event, const ClockState &state)
{
    object.insert(QStringLiteral("event"), QLatin1String(event));
    object.insert(QStringLiteral("scheme"), qString(nameOf(state.request.scheme)));
}

QJsonObject statisticsObject(const ClockStatistics &of, ClockQuality quality)
{
    return {{QStringLiteral("count"), static_cast<qint64>(of.count)},
            {QStringLiteral("mean_us"), jsonNumber(microseconds(of.mean))},
            {QStringLiteral("deviation_us"), jsonNumber(microseconds(of.deviation))},
            {QStringLiteral("mean_error_us"), jsonNumber(microseconds(of.meanError))},
            {QStringLiteral("min_us"), jsonNumber(microseconds(of.least))},
            {QStringLiteral("max_us"), jsonNumber(microseconds(of.most))},
            {QStringLiteral("quality"), qString(nameOf(quality))}};
}

} // namespace

QJsonObject clockSampleObject(const ClockState &state, const ClockSample &sample)
{
    QJsonObject object;
    addWhatItIs(object, "sample", state);
    object.insert(QStringLiteral("number"), static_cast<qint64>(sample.number));
    object.insert(QStringLiteral("sent"), isoTime(sample.exchange.sent, 6));
    for (const Column &column : columns)
        object.insert(QLatin1String(column.name), jsonNumber(column.value(sample)));
    object.insert(QStringLiteral("timestamps"), QLatin1String(stampsOf(sample)));
    return object;
}

QJsonObject clockEventObject(const ClockState &state, const ClockEvent &event)
{
    QJsonObject object;
    addWhatItIs(object, "noted", state);
    object.insert(QStringLiteral("kind"), qString(nameOf(event.kind)));
    object.insert(QStringLiteral("at"), isoTime(event.at, 6));
    const bool hasValue = event.kind == ClockEvent::Kind::Anomaly
        || event.kind == ClockEvent::Kind::OwnClockStepped
        || event.kind == ClockEvent::Kind::TheirClockStepped;
    if (hasValue)
        object.insert(QStringLiteral("value_us"), jsonNumber(microseconds(event.value)));
    if (event.kind == ClockEvent::Kind::TrendChanged)
        object.insert(QStringLiteral("trend"), qString(nameOf(event.trend)));
    if (event.kind == ClockEvent::Kind::QualityChanged)
        object.insert(QStringLiteral("quality"), qString(nameOf(event.quality)));
    return object;
}

QJsonObject clockSummaryObject(const ClockState &state)
{
    const ClockClientCounts &counts = state.counts;
    QJsonObject object;
    addWhatItIs(object, "closed", state);
    const std::array<std::pair<const char *, std::uint64_t>, 8> all{{{"sent", counts.sent},
                                                                     {"answered", counts.answered},
                                                                     {"lost", counts.lost},
                                                                     {"late", counts.late},
                                                                     {"duplicates", counts.duplicates},
                                                                     {"malformed", counts.malformed},
                                                                     {"own_steps", counts.ownSteps},
                                                                     {"their_steps", counts.theirSteps}}};
    for (const auto &[name, count] : all)
        object.insert(QLatin1String(name), static_cast<qint64>(count));
    if (state.samples.empty())
        return object;
    for (const Column &column : columns)
        object.insert(QLatin1String(column.name), jsonNumber(column.value(state.samples.back())));
    const ClockStatistics offsets = statisticsOf(sinceLastStep(state, offsetsOf(state)));
    object.insert(QStringLiteral("offsets"),
                  statisticsObject(offsets, recentQuality(state).value_or(qualityOf(offsets))));
    const ClockStatistics corrections = statisticsOf(sinceLastStep(state, correctionsOf(state)));
    if (corrections.count > 0)
        object.insert(QStringLiteral("corrections"), statisticsObject(corrections, qualityOf(corrections)));
    return object;
}

QJsonObject clockServerObject(const ClockServerCounts &counts)
{
    QJsonObject refused;
    for (std::size_t i = 0; i < counts.refused.size(); ++i)
        refused.insert(qString(nameOf(static_cast<ClockRefusal>(i))), static_cast<qint64>(counts.refused[i]));
    return {{QStringLiteral("event"), QStringLiteral("served")},
            {QStringLiteral("answered"), static_cast<qint64>(counts.answered)},
            {QStringLiteral("not_sent"), static_cast<qint64>(counts.notSent)},
            {QStringLiteral("clients"), static_cast<qint64>(counts.clients)},
            {QStringLiteral("refused"), refused}};
}

QJsonObject tcpConnectionObject(const TcpClockConnection &connection)
{
    const bool open = connection.end == TcpClockEnd::Open;
    return {{QStringLiteral("event"), QStringLiteral("connection")},
            {QStringLiteral("number"), static_cast<qint64>(connection.number)},
            {QStringLiteral("address"), QString::fromStdString(connection.peer.address.toString())},
            {QStringLiteral("port"), connection.peer.port},
            {QStringLiteral("since"), isoTime(connection.since)},
            {QStringLiteral("times"), static_cast<qint64>(connection.times)},
            {QStringLiteral("echoes"), static_cast<qint64>(connection.echoes)},
            {QStringLiteral("bytes_in"), static_cast<qint64>(connection.bytesIn)},
            {QStringLiteral("bytes_out"), static_cast<qint64>(connection.bytesOut)},
            {QStringLiteral("end"), open ? QJsonValue() : QJsonValue(qString(nameOf(connection.end)))}};
}

QJsonObject tcpTotalsObject(const TcpClockTotals &totals)
{
    return {{QStringLiteral("event"), QStringLiteral("served")},
            {QStringLiteral("open"), static_cast<qint64>(totals.open)},
            {QStringLiteral("accepted"), static_cast<qint64>(totals.accepted)},
            {QStringLiteral("refused"), static_cast<qint64>(totals.refused)},
            {QStringLiteral("requests"), static_cast<qint64>(totals.requests)},
            {QStringLiteral("bytes_in"), static_cast<qint64>(totals.bytesIn)},
            {QStringLiteral("bytes_out"), static_cast<qint64>(totals.bytesOut)}};
}

QByteArray clockCsvHeader()
{
    std::vector<std::string> cells{"scheme", "number", "sent"};
    for (const Column &column : columns)
        cells.emplace_back(column.name);
    for (const char *name : {"timestamps", "client", "server", "exchange"})
        cells.emplace_back(name);
    return csvRow(cells);
}

QByteArray clockCsvRow(std::uint64_t client, const ClockState &state, const ClockSample &sample)
{
    std::vector<std::string> cells{std::string(nameOf(state.request.scheme)), std::to_string(sample.number),
                                   isoText(sample.exchange.sent, 6)};
    for (const Column &column : columns)
        cells.push_back(cell(column.value(sample)));
    cells.emplace_back(stampsOf(sample));
    cells.push_back(std::to_string(client));
    cells.push_back(state.address.toString());
    cells.emplace_back(state.request.kind == ClockExchangeKind::Stamp ? "stamp" : "frame");
    return csvRow(cells);
}

QByteArray clocksCsv(const std::vector<ClockState> &clocks)
{
    QByteArray csv = clockCsvHeader();
    for (std::size_t i = 0; i < clocks.size(); ++i) {
        for (const ClockSample &sample : clocks[i].samples)
            csv += clockCsvRow(i + 1, clocks[i], sample);
    }
    return csv;
}

} // namespace parallax
