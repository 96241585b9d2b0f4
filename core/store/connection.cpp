// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include "core/base/failure.h"
#include "core/base/random.h"

#include <QSqlError>
#include <QUrl>

namespace parallax {

namespace {

// Primary result codes of SQLite (sqlite.org/rescode.html); extended ones have them in the low byte.
constexpr int primaryCode = 0xff;
constexpr int busy = 5;
constexpr int locked = 6;
constexpr int readOnlyFile = 8;
constexpr int corrupt = 11;
constexpr int full = 13;
constexpr int cannotOpen = 14;
constexpr int notADatabase = 26;

ErrorCode codeFor(int native)
{
    switch (native) {
    case readOnlyFile:
    case cannotOpen:
        return ErrorCode::NotPermitted;
    case corrupt:
    case notADatabase:
        return ErrorCode::Malformed;
    case busy:
    case locked:
        return ErrorCode::Unavailable;
    default:
        return ErrorCode::Io;
    }
}

/// %1 is its file, %2 what SQLite says.
const char *sentenceFor(int native, bool foreign)
{
    switch (native) {
    case readOnlyFile:
        return QT_TRANSLATE_NOOP("Reasons", "the store %1 is read-only");
    case cannotOpen:
        return QT_TRANSLATE_NOOP("Reasons",
                                 "the store %1 cannot be opened: look at its path and permissions");
    case full:
        return QT_TRANSLATE_NOOP("Reasons", "the disk that holds the store %1 is full");
    case notADatabase:
        return QT_TRANSLATE_NOOP("Reasons", "%1 is not a store of Parallax: it is no SQLite file");
    case corrupt:
        return foreign
            ? QT_TRANSLATE_NOOP("Reasons", "%1 is damaged")
            : QT_TRANSLATE_NOOP("Reasons", "the store %1 is damaged; move it away to start a new one");
    case busy:
    case locked:
        return QT_TRANSLATE_NOOP("Reasons", "the store %1 is in use by another program");
    default:
        return QT_TRANSLATE_NOOP("Reasons", "the store %1 cannot be used: %2");
    }
}

Result<Connection> opened(const QString &name, const QString &options)
{
    const QString token = QString::fromStdString(randomToken()); // connections share one list in the process
    Connection database(new QSqlDatabase(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), token)));
    if (!database->isValid())
        return Error{
            ErrorCode::Unavailable,
            QT_TRANSLATE_NOOP("Reasons", "Qt's SQLite driver is missing: install libqt6sql6-sqlite")};
    database->setDatabaseName(name);
    database->setConnectOptions(options);
    if (!database->open())
        return databaseError(*database, database->lastError());
    return database;
}

} // namespace

void ConnectionCloser::operator()(QSqlDatabase *database) const
{
    const QString name = database->connectionName();
    database->close();
    delete database; // Qt complains when a connection is removed while a handle to it lives
    QSqlDatabase::removeDatabase(name);
}

Error databaseError(const QSqlDatabase &database, const QSqlError &error)
{
    const int native = error.nativeErrorCode().toInt() & primaryCode;
    const QString file = fileOf(database);
    return failure(codeFor(native), sentenceFor(native, file != database.databaseName()),
                   {file.toStdString(), error.databaseText().toStdString()});
}

Result<Connection> openSqlite(const QString &file, bool readOnly)
{
    return opened(file, readOnly ? QStringLiteral("QSQLITE_OPEN_READONLY") : QString());
}

Result<Connection> openForeignSqlite(const QString &file)
{
    // Immutable: SQLite takes no lock and looks for no journal (sqlite.org/uri.html).
    const QString uri = QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded());
    auto database = opened(uri + QStringLiteral("?immutable=1"),
                           QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
    if (!database)
        return database;
    for (const char *pragma :
         {"PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA mmap_size = 0",
          "PRAGMA query_only = ON"}) { // sqlite.org/security.html
        if (const auto set = run(*database.value(), QString::fromLatin1(pragma)); !set)
            return set.error();
    }
    return database;
}

QString fileOf(const QSqlDatabase &database)
{
    const QUrl url(database.databaseName());
    return url.isLocalFile() ? url.toLocalFile() : database.databaseName();
}

Result<QSqlQuery> prepared(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return databaseError(database, query.lastError());
    return query;
}

Result<void> runAgain(const QSqlDatabase &database, QSqlQuery &query, const QVariantList &values)
{
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return databaseError(database, query.lastError());
    return {};
}

Result<QSqlQuery> run(const QSqlDatabase &database, const QString &statement, const QVariantList &values)
{
    auto query = prepared(database, statement);
    if (!query)
        return query;
    if (auto done = runAgain(database, query.value(), values); !done)
        return done.error();
    return query;
}

Result<QVariant> single(const QSqlDatabase &database, const QString &statement)
{
    auto query = run(database, statement);
    if (!query)
        return query.error();
    return query.value().next() ? query.value().value(0) : QVariant();
}

Transaction::Transaction(const QSqlDatabase &database)
    : m_database(database)
{
}

Transaction::~Transaction()
{
    if (m_open)
        static_cast<void>(
            run(m_database, QStringLiteral("ROLLBACK"))); // nothing more can be done about an error
}

Result<void> Transaction::begin()
{
    // Immediate: two programs must not both find that they may write and then wait for each other.
    const auto begun = run(m_database, QStringLiteral("BEGIN IMMEDIATE"));
    if (!begun)
        return begun.error();
    m_open = true;
    return {};
}

Result<void> Transaction::commit()
{
    const auto committed = run(m_database, QStringLiteral("COMMIT"));
    if (!committed)
        return committed.error();
    m_open = false;
    return {};
}

} // namespace parallax
