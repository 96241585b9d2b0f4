// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <memory>

namespace parallax {

struct ConnectionCloser {
    void operator()(QSqlDatabase *database) const;
};
/// An open database; belongs to the thread that opened it.
using Connection = std::unique_ptr<QSqlDatabase, ConnectionCloser>;

Result<Connection> openSqlite(const QString &file, bool readOnly);
/// Opens a file that may come from anybody, to read it: nothing in it is run, nothing of it is changed or
/// locked, and nothing is put beside it. Not for a file that this process has open: closing it would give up
/// the locks of the other connection.
Result<Connection> openForeignSqlite(const QString &file);

/// The name of its file, however that was opened.
QString fileOf(const QSqlDatabase &database);

/// A sentence about what the database refused, naming its file.
Error databaseError(const QSqlDatabase &database, const QSqlError &error);

/// Runs one statement; the query holds its rows.
Result<QSqlQuery> run(const QSqlDatabase &database, const QString &statement,
                      const QVariantList &values = {});

/// The same in two steps, for a statement that runs often.
Result<QSqlQuery> prepared(const QSqlDatabase &database, const QString &statement);
Result<void> runAgain(const QSqlDatabase &database, QSqlQuery &query, const QVariantList &values);

/// The first column of the first row, or an invalid value when there is none.
Result<QVariant> single(const QSqlDatabase &database, const QString &statement);

/// Rolls back unless told that all went well.
class Transaction
{
public:
    explicit Transaction(const QSqlDatabase &database);
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    Result<void> begin();
    Result<void> commit();

private:
    const QSqlDatabase &m_database;
    bool m_open = false;
};

} // namespace parallax
