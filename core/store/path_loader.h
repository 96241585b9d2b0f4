// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/path_store.h"

namespace parallax {

/// A row of the list; what is damaged in it is left empty.
StoredPath storedPathIn(const QSqlQuery &row);
/// The columns for it.
QString storedPathColumns();

/// Reads one path.
Result<LoadedPath> loadPath(const QSqlDatabase &database, const std::string &id);

} // namespace parallax
