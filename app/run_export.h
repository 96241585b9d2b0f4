// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/session_record.h"

#include <QString>

#include <string_view>
#include <vector>

namespace parallax {

/// What *File ▸ Export* writes: every run there is.
struct AllRuns {
    QString store{}; // where most of them are
    std::vector<SessionRecord> unsaved{}; // over, and yet not in the store
};

/// Writes the store's runs, the oldest first, then those that it has not got. They are read one by one, so
/// that any number fits. Ends early where its thread is asked to. An error too where only some runs could not
/// be had: the others are written then.
Result<void> exportAllRuns(const AllRuns &runs, std::string_view format, const QString &file);

} // namespace parallax
