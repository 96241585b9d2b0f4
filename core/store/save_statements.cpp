// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/save_statements.h"

#include "core/data/names.h"
#include "core/exporter/report.h"

namespace parallax {

namespace {

QVariant text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

/// [layer, ttl, address or null, probe, sent_ns, rtt_ns or null] of each; nothing in it needs an escape.
QByteArray samplesJson(const SessionRecord &record)
{
    std::string json("[");
    for (const Observation &observation : record.observations) {
        const auto &reply = observation.reply;
        const bool hasAddress = reply && reply->from != IpAddress{};
        json += json.size() > 1 ? ",[\"" : "[\"";
        json += layerOf(observation);
        json += "\"," + std::to_string(observation.probe.ttl) + ',';
        json += hasAddress ? '"' + reply->from.toString() + '"' : "null";
        json += ',' + std::to_string(static_cast<std::uint64_t>(observation.probe.id)) + ',';
        json += std::to_string(observation.probe.sent.time_since_epoch().count()) + ',';
        json += reply ? std::to_string(observation.rtt()->count()) : "null";
        json += ']';
    }
    return QByteArray::fromStdString(json += ']');
}

} // namespace

SaveStatements::SaveStatements(const QSqlDatabase &database, QSqlQuery remove, QSqlQuery insert,
                               QSqlQuery samples)
    : m_database(database)
    , m_remove(std::move(remove))
    , m_insert(std::move(insert))
    , m_samples(std::move(samples))
{
}

Result<SaveStatements> SaveStatements::prepare(const QSqlDatabase &database)
{
    auto remove = prepared(database, QStringLiteral("DELETE FROM session WHERE id = ?"));
    if (!remove)
        return remove.error();
    // What comes as UTF-8 is bound as a blob, and becomes text here.
    auto insert = prepared(
        database, QStringLiteral("INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT))"));
    if (!insert)
        return insert.error();
    // All samples of a run at once: binding each of their values by itself costs more (bench_store).
    auto samples = prepared(
        database,
        QStringLiteral("INSERT INTO sample SELECT ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3,"
                       " value ->> 4, value ->> 5 FROM json_each(CAST(? AS TEXT))"));
    if (!samples)
        return samples.error();
    return SaveStatements(database, std::move(remove).value(), std::move(insert).value(),
                          std::move(samples).value());
}

Result<void> SaveStatements::save(const SessionRecord &record)
{
    const QVariant id = text(record.id);
    if (auto gone = runAgain(m_database, m_remove, {id}); !gone)
        return gone;
    const auto started =
        std::chrono::floor<std::chrono::milliseconds>(record.started).time_since_epoch().count();
    auto inserted = runAgain(m_database, m_insert,
                             {id, static_cast<qint64>(started), text(record.tester.name),
                              text(record.tester.peer.address.toString()), text(nameOf(record.verdict.kind)),
                              record.verdict.confidence, record.complete, storedReportJson(record)});
    if (!inserted)
        return inserted;
    return runAgain(m_database, m_samples, {id, samplesJson(record)});
}

} // namespace parallax
