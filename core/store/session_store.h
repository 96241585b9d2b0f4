// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"
#include "core/store/connection.h"
#include "core/store/path_store.h"

#include <cstdint>
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
    std::optional<Error> error{}; // what ended the reading: older runs are missing
};

/// Which file a name leads to.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;

    bool operator==(const FileIdentity &) const = default;
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
    /// False once its file was moved away, deleted or replaced: what is saved then would be found nowhere.
    bool isInPlace() const;
    /// Brings what is only in the log beside it into the file, wherever that is now; a log that is left would
    /// be played into the next file of that name. Nothing where that cannot be: it is tried for the last
    /// time.
    void settle();
    /// The watched paths of the same file; not to outlive this.
    PathStore paths() const { return PathStore(*m_database); }

private:
    explicit SessionStore(Connection database);

    Connection m_database;
    std::optional<FileIdentity> m_file; // at opening
};

} // namespace parallax
