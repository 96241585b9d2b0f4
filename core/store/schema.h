// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>

namespace parallax {

/// Brings a new or older store to the newest schema. A file that is no store, or one that a newer Parallax
/// wrote, is refused untouched.
Result<void> prepareSchema(const QSqlDatabase &database);

/// The same check for a store that is only read.
Result<void> checkSchema(const QSqlDatabase &database);

/// The same for a file that may come from anybody: it must be of this schema, word for word, with nothing
/// beside it. So what is read are tables, and no view, expression or trigger is.
Result<void> checkForeignSchema(const QSqlDatabase &database);

} // namespace parallax
