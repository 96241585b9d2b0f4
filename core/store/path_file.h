// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/path_store.h"

#include <QString>

#include <string>

namespace parallax {

/// One path of a store in a file of its own, to hand it on: a store in which there is nothing else. The file
/// is replaced as a whole, or stays as it was.
Result<void> writePathFile(const QSqlDatabase &store, const std::string &id, const QString &file);

/// Reads such a file, which may come from anybody. It is neither changed nor locked, and nothing is put
/// beside it. `store` is the own one, which is refused.
Result<LoadedPath> readPathFile(const QString &file, const QString &store);

} // namespace parallax
