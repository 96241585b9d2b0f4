// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"
#include "core/store/connection.h"

namespace parallax {

/// What saves a run, prepared once for the runs of one transaction.
class SaveStatements
{
public:
    static Result<SaveStatements> prepare(const QSqlDatabase &database);

    Result<void> save(const SessionRecord &record);

private:
    SaveStatements(const QSqlDatabase &database, QSqlQuery remove, QSqlQuery insert, QSqlQuery samples);

    const QSqlDatabase &m_database;
    QSqlQuery m_remove;
    QSqlQuery m_insert;
    QSqlQuery m_samples;
};

} // namespace parallax
