// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/path_store.h"

namespace parallax {

/// A row of the list; what is damaged in it is left empty.
StoredPath storedPathIn(const QSqlQuery &row);
/// The columns for it. Whatever they hold, little of it is read.
QString storedPathColumns();

/// Reads one path. Its rows may come from anybody: what was not written by Parallax is damaged, never
/// harmful.
Result<LoadedPath> loadPath(const QSqlDatabase &database, const std::string &id);
/// The same for a file that holds one path, and no other.
Result<LoadedPath> loadOnlyPath(const QSqlDatabase &database);

} // namespace parallax
