// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"
#include "core/store/connection.h"
#include "core/store/path_store.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace parallax {

/// Runs read from the store, oldest first, and the ids of rows that could not be read.
struct StoredRuns {
    std::vector<SessionRecord> records{};
    std::vector<std::string> damaged{};
};

/// Keeps finished runs, and watched paths, in an SQLite file. Use from one thread only, as Qt's connections
/// require.
class SessionStore
{
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens the file; for writing it is made when missing, with its folder, readable by its owner alone.
    static Result<SessionStore> open(const QString &fileOrUrl, Access access = Access::ReadWrite);

    /// When this returns without an error the runs are safe on disk, all of them; else none is. Saving a run
    /// again replaces it.
    Result<void> save(std::span<const FinishedRun> runs);
    Result<void> save(const SessionRecord &record);

    Result<StoredRuns> load(int newest) const;
    /// Hands over every run, the oldest first, and none is kept: any number fits. Ends at the first error of
    /// `take`. The ids of rows that could not be read.
    Result<std::vector<std::string>>
    forEach(const std::function<Result<void>(const SessionRecord &)> &take) const;
    /// Nothing when there is no such run; a damaged one is an error.
    Result<std::optional<SessionRecord>> find(const std::string &id) const;
    Result<int> count() const;
    /// The watched paths of the same file; not to outlive this.
    PathStore paths() const { return PathStore(*m_database); }

private:
    explicit SessionStore(Connection database)
        : m_database(std::move(database))
    {
    }

    Connection m_database;
};

} // namespace parallax
