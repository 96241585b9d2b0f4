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

} // namespace

SaveStatements::SaveStatements(const QSqlDatabase &database, QSqlQuery remove, QSqlQuery insert,
                               QSqlQuery sample)
    : m_database(database)
    , m_remove(std::move(remove))
    , m_insert(std::move(insert))
    , m_sample(std::move(sample))
{
}

Result<SaveStatements> SaveStatements::prepare(const QSqlDatabase &database)
{
    auto remove = prepared(database, QStringLiteral("DELETE FROM session WHERE id = ?"));
    if (!remove)
        return remove.error();
    auto insert = prepared(database, QStringLiteral("INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    if (!insert)
        return insert.error();
    auto sample = prepared(database, QStringLiteral("INSERT INTO sample VALUES (?, ?, ?, ?, ?, ?, ?)"));
    if (!sample)
        return sample.error();
    return SaveStatements(database, std::move(remove).value(), std::move(insert).value(),
                          std::move(sample).value());
}

Result<void> SaveStatements::save(const SessionRecord &record)
{
    const QVariant id = text(record.id);
    if (auto gone = runAgain(m_database, m_remove, {id}); !gone)
        return gone;
    const auto started =
        std::chrono::floor<std::chrono::milliseconds>(record.started).time_since_epoch().count();
    auto inserted =
        runAgain(m_database, m_insert,
                 {id, static_cast<qint64>(started), text(record.tester.name),
                  text(record.tester.peer.address.toString()), text(nameOf(record.verdict.kind)),
                  record.verdict.confidence, record.complete, QString::fromUtf8(storedReportJson(record))});
    if (!inserted)
        return inserted;
    return saveSamples(record, id);
}

Result<void> SaveStatements::saveSamples(const SessionRecord &record, const QVariant &id)
{
    for (const Observation &observation : record.observations) {
        const bool answered = observation.reply.has_value();
        const bool hasAddress = answered && observation.reply->from != IpAddress{};
        auto saved =
            runAgain(m_database, m_sample,
                     {id, text(layerOf(observation)), observation.probe.ttl,
                      hasAddress ? text(observation.reply->from.toString()) : QVariant(),
                      static_cast<qint64>(observation.probe.id),
                      static_cast<qint64>(observation.probe.sent.time_since_epoch().count()),
                      answered ? QVariant(static_cast<qint64>(observation.rtt()->count())) : QVariant()});
        if (!saved)
            return saved;
    }
    return {};
}

} // namespace parallax
