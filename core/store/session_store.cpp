// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/session_store.h"

#include "core/base/failure.h"
#include "core/exporter/report.h"
#include "core/store/save_statements.h"
#include "core/store/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>

#include <algorithm>

#include <sys/stat.h>

namespace parallax {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr int busyTimeoutMs = 5000;

/// The folder and those above it that are missing, for their owner alone (XDG base directory specification).
bool makeFolder(const QString &path)
{
    if (QFileInfo::exists(path))
        return QFileInfo(path).isDir();
    return makeFolder(QFileInfo(path).absolutePath())
        && QDir().mkdir(path, ownerOnly | QFileDevice::ExeOwner);
}

/// SQLite would make the file readable by everybody; its -wal and -shm files take the mode from it.
Result<void> makeFile(const QString &path)
{
    if (QFileInfo::exists(path))
        return {};
    const QString folder = QFileInfo(path).absolutePath();
    if (!makeFolder(folder))
        return failure(ErrorCode::NotPermitted,
                       QT_TRANSLATE_NOOP("Reasons", "the store's folder %1 cannot be made"),
                       {folder.toStdString()});
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append, ownerOnly))
        return failure(ErrorCode::NotPermitted,
                       QT_TRANSLATE_NOOP("Reasons", "the store %1 cannot be made: %2"),
                       {path.toStdString(), file.errorString().toStdString()});
    return {};
}

/// A commit is on disk before it returns: write-ahead log, synchronised each time.
Result<void> makeDurable(const QSqlDatabase &database)
{
    for (const char *pragma :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON"}) {
        if (const auto set = run(database, QString::fromLatin1(pragma)); !set)
            return set.error();
    }
    return {};
}

std::optional<FileIdentity> fileAt(const QString &name)
{
    struct stat status {
    };
    if (::stat(QFile::encodeName(name).constData(), &status) != 0)
        return std::nullopt;
    return FileIdentity{status.st_dev, status.st_ino};
}

Result<SessionRecord> recordIn(const QSqlQuery &row)
{
    auto record = parseReport(row.value(1).toByteArray());
    if (record && record.value().id != row.value(0).toString().toStdString())
        return Error{ErrorCode::Malformed, "the report belongs to another session"};
    return record;
}

} // namespace

SessionStore::SessionStore(Connection database)
    : m_database(std::move(database))
    , m_file(fileAt(m_database->databaseName()))
{
}

bool SessionStore::isInPlace() const
{
    return fileAt(m_database->databaseName()) == m_file;
}

void SessionStore::settle()
{
    QSqlQuery(*m_database).exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

Result<SessionStore> SessionStore::open(const QString &fileOrUrl, Access access)
{
    if (fileOrUrl.contains(QStringLiteral("://")))
        return Error{
            ErrorCode::Unavailable,
            QT_TRANSLATE_NOOP("Reasons",
                              "stores on a database server are not built in yet: give the path of a file "
                              "instead of a URL")};
    if (access == Access::ReadOnly && !QFileInfo::exists(fileOrUrl))
        return failure(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Reasons", "there is no store at %1"),
                       {fileOrUrl.toStdString()});
    if (access == Access::ReadWrite) {
        if (const auto made = makeFile(fileOrUrl); !made)
            return made.error();
    }
    auto database = openSqlite(fileOrUrl, access == Access::ReadOnly);
    if (!database)
        return database.error();
    const QSqlDatabase &opened = *database.value();
    if (const auto waits = run(opened, QStringLiteral("PRAGMA busy_timeout = %1").arg(busyTimeoutMs)); !waits)
        return waits.error();
    if (access == Access::ReadOnly) {
        if (const auto checked = checkSchema(opened); !checked)
            return checked.error();
        return SessionStore(std::move(database).value());
    }
    if (const auto prepared = prepareSchema(opened); !prepared)
        return prepared.error();
    if (const auto durable = makeDurable(opened); !durable)
        return durable.error();
    return SessionStore(std::move(database).value());
}

Result<void> SessionStore::save(std::span<const FinishedRun> runs)
{
    Transaction transaction(*m_database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    auto statements = SaveStatements::prepare(*m_database);
    if (!statements)
        return statements.error();
    for (const FinishedRun &run : runs) {
        if (auto saved = statements.value().save(*run); !saved)
            return saved;
    }
    return transaction.commit();
}

Result<void> SessionStore::save(const SessionRecord &record)
{
    const FinishedRun run(FinishedRun(), &record); // the caller's
    return save(std::span(&run, 1));
}

Result<StoredRuns> SessionStore::load(int newest) const
{
    auto query = run(*m_database,
                     QStringLiteral("SELECT id, report FROM session ORDER BY started_ms DESC, rowid DESC"
                                    " LIMIT ?"),
                     {newest});
    if (!query)
        return query.error();
    StoredRuns runs;
    while (query.value().next()) {
        auto record = recordIn(query.value());
        if (record)
            runs.records.push_back(std::move(record).value());
        else
            runs.damaged.push_back(query.value().value(0).toString().toStdString());
    }
    if (query.value().lastError().isValid()) // a page of the file that cannot be read
        runs.error = databaseError(*m_database, query.value().lastError());
    std::reverse(runs.records.begin(), runs.records.end());
    return runs;
}

Result<std::vector<std::string>>
SessionStore::forEach(const std::function<Result<void>(const SessionRecord &)> &take) const
{
    auto query =
        run(*m_database, QStringLiteral("SELECT id, report FROM session ORDER BY started_ms, rowid"));
    if (!query)
        return query.error();
    std::vector<std::string> damaged;
    while (query.value().next()) {
        const auto record = recordIn(query.value());
        if (!record)
            damaged.push_back(query.value().value(0).toString().toStdString());
        else if (const auto taken = take(record.value()); !taken)
            return taken.error();
    }
    if (query.value().lastError().isValid()) // it ended before the last row
        return databaseError(*m_database, query.value().lastError());
    return damaged;
}

Result<std::optional<SessionRecord>> SessionStore::find(const std::string &id) const
{
    auto query = run(*m_database, QStringLiteral("SELECT id, report FROM session WHERE id = ?"),
                     {QString::fromStdString(id)});
    if (!query)
        return query.error();
    if (!query.value().next())
        return std::optional<SessionRecord>();
    auto record = recordIn(query.value());
    if (!record)
        return Error{ErrorCode::Malformed,
                     "the stored run " + id + " cannot be read: " + record.error().message};
    return std::optional(std::move(record).value());
}

Result<int> SessionStore::count() const
{
    const auto number = single(*m_database, QStringLiteral("SELECT count(*) FROM session"));
    if (!number)
        return number.error();
    return number.value().toInt();
}

} // namespace parallax
