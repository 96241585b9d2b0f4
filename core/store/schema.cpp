// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/base/failure.h"
#include "core/store/connection.h"

#include <QStringList>

#include <array>
#include <span>

namespace parallax {

namespace {

constexpr int applicationId = 0x50524c58; // "PRLX", marks the file as ours

// Each step leads from its number to the next. Never change one that has been released; add another.
constexpr std::array stepOne{
    "CREATE TABLE session (id TEXT PRIMARY KEY, started_ms INTEGER NOT NULL, name TEXT NOT NULL,"
    " address TEXT NOT NULL, verdict TEXT NOT NULL, confidence REAL NOT NULL, complete INTEGER NOT NULL,"
    " report TEXT NOT NULL)",
    "CREATE INDEX session_started ON session (started_ms)",
    "CREATE TABLE sample (session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,"
    " layer TEXT NOT NULL, ttl INTEGER, address TEXT, probe INTEGER NOT NULL, sent_ns INTEGER NOT NULL,"
    " rtt_ns INTEGER)",
    "CREATE INDEX sample_session ON sample (session)",
};
// Watched paths. A row of path_rounds holds roundsPerBlock rounds of all TTLs (path_blocks.h).
constexpr std::array stepTwo{
    "CREATE TABLE path (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, target TEXT NOT NULL,"
    " address TEXT NOT NULL, protocol TEXT NOT NULL, started_ms INTEGER NOT NULL, ended_ms INTEGER NOT NULL,"
    " rounds INTEGER NOT NULL, request TEXT NOT NULL, facts TEXT NOT NULL)",
    "CREATE INDEX path_started ON path (started_ms)",
    "CREATE TABLE path_responder (path INTEGER NOT NULL REFERENCES path (number) ON DELETE CASCADE,"
    " ttl INTEGER NOT NULL, number INTEGER NOT NULL, reply TEXT NOT NULL,"
    " PRIMARY KEY (path, ttl, number)) WITHOUT ROWID",
    "CREATE TABLE path_rounds (path INTEGER NOT NULL REFERENCES path (number) ON DELETE CASCADE,"
    " first INTEGER NOT NULL, at_ms INTEGER NOT NULL, by_minute INTEGER NOT NULL, content BLOB NOT NULL,"
    " PRIMARY KEY (path, first))",
    "CREATE INDEX path_rounds_whole ON path_rounds (at_ms) WHERE by_minute = 0",
};
constexpr std::array<std::span<const char *const>, 2> steps{stepOne, stepTwo};
constexpr int newest = static_cast<int>(steps.size());

struct Stamp {
    int application = 0;
    int version = 0;
    bool empty = false; // no table yet
};

Result<Stamp> stampOf(const QSqlDatabase &database)
{
    const auto application = single(database, QStringLiteral("PRAGMA application_id"));
    const auto version = single(database, QStringLiteral("PRAGMA user_version"));
    const auto tables = single(database, QStringLiteral("SELECT count(*) FROM sqlite_master"));
    for (const auto *value : {&application, &version, &tables}) {
        if (!*value)
            return value->error();
    }
    return Stamp{application.value().toInt(), version.value().toInt(), tables.value().toInt() == 0};
}

Result<Stamp> acceptableStamp(const QSqlDatabase &database)
{
    auto stamp = stampOf(database);
    if (!stamp)
        return stamp;
    const std::string file = fileOf(database).toStdString();
    const bool fresh = stamp.value().empty && stamp.value().version == 0 && stamp.value().application == 0;
    if (!fresh && stamp.value().application != applicationId)
        return failure(ErrorCode::Malformed,
                       QT_TRANSLATE_NOOP(
                           "Reasons", "%1 is not a store of Parallax: another program's database is in it"),
                       {file});
    if (stamp.value().version > newest)
        return failure(ErrorCode::Unavailable,
                       QT_TRANSLATE_NOOP("Reasons",
                                         "the store %1 was written by a newer Parallax (schema %2, this one "
                                         "knows %3): update Parallax or choose another store"),
                       {file, std::to_string(stamp.value().version), std::to_string(newest)});
    return stamp;
}

Result<void> takeSteps(const QSqlDatabase &database, int from)
{
    for (int step = from; step < newest; ++step) {
        for (const char *statement : steps[static_cast<std::size_t>(step)]) {
            if (const auto done = run(database, QString::fromLatin1(statement)); !done)
                return done.error();
        }
    }
    for (const auto &[pragma, value] : {std::pair{"PRAGMA application_id = %1", applicationId},
                                        std::pair{"PRAGMA user_version = %1", newest}}) {
        if (const auto done = run(database, QString::fromLatin1(pragma).arg(value)); !done)
            return done.error();
    }
    return {};
}

/// What makes everything that is in a store, in the words that SQLite keeps of it.
QStringList ownStatements()
{
    QStringList statements;
    for (const auto &step : steps) {
        for (const char *statement : step)
            statements.append(QString::fromLatin1(statement));
    }
    statements.sort();
    return statements;
}

Result<QStringList> statementsIn(const QSqlDatabase &database, qsizetype most)
{
    constexpr int longest = 1000; // characters; what is longer is none of ours
    auto query = run(
        database, QStringLiteral("SELECT substr(sql, 1, ?) FROM sqlite_master WHERE sql IS NOT NULL LIMIT ?"),
        {longest, static_cast<qint64>(most)});
    if (!query)
        return query.error();
    QStringList statements;
    while (query.value().next())
        statements.append(query.value().value(0).toString());
    statements.sort();
    return statements;
}

} // namespace

Result<void> prepareSchema(const QSqlDatabase &database)
{
    // Looked at before the transaction too, so that a foreign file is not even locked.
    const auto before = acceptableStamp(database);
    if (!before)
        return before.error();
    if (before.value().version == newest)
        return {};
    Transaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    const auto stamp = acceptableStamp(database); // another program may have been faster
    if (!stamp)
        return stamp.error();
    if (auto taken = takeSteps(database, stamp.value().version); !taken)
        return taken;
    return transaction.commit();
}

Result<void> checkSchema(const QSqlDatabase &database)
{
    const auto stamp = acceptableStamp(database);
    if (!stamp)
        return stamp.error();
    if (stamp.value().version != newest)
        return failure(
            ErrorCode::Unavailable,
            QT_TRANSLATE_NOOP("Reasons",
                              "the store %1 has an older schema: open it once with the window or with serve"),
            {database.databaseName().toStdString()});
    return {};
}

Result<void> checkForeignSchema(const QSqlDatabase &database)
{
    const auto stamp = acceptableStamp(database);
    if (!stamp)
        return stamp.error();
    const std::string file = fileOf(database).toStdString();
    if (stamp.value().version != newest)
        return failure(ErrorCode::Unavailable,
                       QT_TRANSLATE_NOOP("Reasons",
                                         "%1 holds no path that this Parallax can read: its schema is %2 "
                                         "instead of %3"),
                       {file, std::to_string(stamp.value().version), std::to_string(newest)});
    const QStringList own = ownStatements();
    const auto statements = statementsIn(database, own.size() + 1);
    if (!statements)
        return statements.error();
    if (statements.value() != own)
        return failure(ErrorCode::Malformed,
                       QT_TRANSLATE_NOOP("Reasons", "%1 was not written by Parallax: its tables are others"),
                       {file});
    return {};
}

} // namespace parallax
