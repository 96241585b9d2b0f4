// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace parallax {

/// The store's file, by whatever name, or one that SQLite keeps beside it.
bool isOfStore(const QString &file, const QString &store);

/// An error where `file`, which is about to be written, is of the store.
Result<void> spareStore(const QString &file, const QString &store);

} // namespace parallax
