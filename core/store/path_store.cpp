// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/path_store.h"

#include "core/data/names.h"
#include "core/store/path_blocks.h"
#include "core/store/path_file.h"
#include "core/store/path_json.h"
#include "core/store/path_loader.h"

#include <QSqlError>

namespace parallax {

namespace {

constexpr int rolledUpAtOnce = 100; // rows; a run that is to be saved waits for no more

QVariant text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

qint64 milliseconds(Timestamp moment)
{
    return std::chrono::floor<std::chrono::milliseconds>(moment).time_since_epoch().count();
}

struct OldRow {
    qint64 row = 0;
    QByteArray content{};
};

Result<std::vector<OldRow>> oldRows(const QSqlDatabase &database, Timestamp moment)
{
    auto query = run(database,
                     QStringLiteral("SELECT rowid, content FROM path_rounds WHERE by_minute = 0 AND at_ms < ?"
                                    " LIMIT ?"),
                     {milliseconds(moment), rolledUpAtOnce});
    if (!query)
        return query.error();
    std::vector<OldRow> rows;
    while (query.value().next())
        rows.push_back({query.value().value(0).toLongLong(), query.value().value(1).toByteArray()});
    if (query.value().lastError().isValid()) // it ended before the last row
        return databaseError(database, query.value().lastError());
    return rows;
}

} // namespace

Result<void> PathStore::write(std::span<const PathNews> news)
{
    Transaction transaction(m_database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (const PathNews &each : news) {
        if (auto written = writeOne(each); !written)
            return written;
    }
    return transaction.commit();
}

Result<void> PathStore::writeOne(const PathNews &news)
{
    if (auto written = writeHead(news); !written)
        return written;
    auto number =
        run(m_database, QStringLiteral("SELECT number FROM path WHERE id = ?"), {text(news.path.id)});
    if (!number)
        return number.error();
    if (!number.value().next())
        return Error{ErrorCode::Io,
                     QT_TRANSLATE_NOOP("Reasons", "the store lost a path that it had just written")};
    return writeRounds(news, number.value().value(0).toLongLong());
}

Result<void> PathStore::writeHead(const PathNews &news)
{
    const StoredPath &path = news.path;
    const auto written = run(
        m_database,
        QStringLiteral("INSERT INTO path (id, target, address, protocol, started_ms, ended_ms, rounds,"
                       " request, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (id) DO UPDATE SET ended_ms = excluded.ended_ms,"
                       " rounds = excluded.rounds, facts = excluded.facts"),
        {text(path.id), text(path.target), text(path.address.address.toString()), text(nameOf(path.method)),
         milliseconds(path.started), milliseconds(path.ended), static_cast<qint64>(path.rounds),
         QString::fromUtf8(requestJson(news.request)), QString::fromUtf8(factsJson(news.addresses))});
    return written ? Result<void>() : written.error();
}

Result<void> PathStore::writeRounds(const PathNews &news, qint64 number)
{
    auto responder =
        prepared(m_database, QStringLiteral("INSERT OR IGNORE INTO path_responder VALUES (?, ?, ?, ?)"));
    if (!responder)
        return responder.error();
    for (const NumberedResponder &each : news.responders) {
        auto written = runAgain(
            m_database, responder.value(),
            {number, each.ttl, static_cast<qint64>(each.number), QString::fromUtf8(replyJson(each.first))});
        if (!written)
            return written;
    }
    auto rounds = prepared(m_database,
                           QStringLiteral("INSERT INTO path_rounds (path, first, at_ms, by_minute, content)"
                                          " VALUES (?, ?, ?, 0, ?) ON CONFLICT (path, first) DO UPDATE SET"
                                          " at_ms = excluded.at_ms, by_minute = 0,"
                                          " content = excluded.content"));
    if (!rounds)
        return rounds.error();
    for (const RoundBlock &block : news.blocks) { // as old as its last round: a clock may have been set
        auto written = runAgain(m_database, rounds.value(),
                                {number, static_cast<qint64>(block.first), milliseconds(block.starts.back()),
                                 packedRounds(block)});
        if (!written)
            return written;
    }
    return {};
}

Result<std::vector<StoredPath>> PathStore::list() const
{
    auto query = run(m_database,
                     QStringLiteral("SELECT ") + storedPathColumns()
                         + QStringLiteral(" FROM path ORDER BY started_ms DESC, number DESC"));
    if (!query)
        return query.error();
    std::vector<StoredPath> paths;
    while (query.value().next())
        paths.push_back(storedPathIn(query.value()));
    if (query.value().lastError().isValid())
        return databaseError(m_database, query.value().lastError());
    return paths;
}

Result<LoadedPath> PathStore::load(const std::string &id) const
{
    return loadPath(m_database, id);
}

Result<void> PathStore::copy(const std::string &id, const QString &file) const
{
    return writePathFile(m_database, id, file);
}

Result<void> PathStore::remove(const std::string &id)
{
    const auto removed = run(m_database, QStringLiteral("DELETE FROM path WHERE id = ?"), {text(id)});
    return removed ? Result<void>() : removed.error();
}

Result<bool> PathStore::rollUp(Timestamp moment)
{
    const auto rows = oldRows(m_database, moment);
    if (!rows)
        return rows.error();
    if (rows.value().empty())
        return false;
    Transaction transaction(m_database);
    if (auto begun = transaction.begin(); !begun)
        return begun.error();
    auto update = prepared(
        m_database, QStringLiteral("UPDATE path_rounds SET by_minute = 1, content = ? WHERE rowid = ?"));
    if (!update)
        return update.error();
    for (const OldRow &row : rows.value()) {
        const auto block = unpacked(row.content); // a damaged one stays, to be named when it is read
        auto written = runAgain(m_database, update.value(),
                                {block ? packedMinutes(block.value()) : row.content, row.row});
        if (!written)
            return written.error();
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return static_cast<int>(rows.value().size()) == rolledUpAtOnce;
}

} // namespace parallax
