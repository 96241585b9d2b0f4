// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/stored_path.h"
#include "core/data/trace_state.h"
#include "core/store/connection.h"

#include <span>
#include <string>
#include <vector>

namespace parallax {

/// Who answered at a TTL, numbered in the order of appearance.
struct NumberedResponder {
    int ttl = 0;
    std::size_t number = 0;
    Reply first{};

    bool operator==(const NumberedResponder &) const = default;
};

/// What is new of a watched path since it was last written.
struct PathNews {
    StoredPath path{};
    TraceRequest request{};
    std::map<IpAddress, AddressFacts> addresses{};
    std::vector<NumberedResponder> responders{}; // all so far: another program may have deleted the path
    std::vector<RoundBlock> blocks{};
};

/// A path as read, and what of it could not be read: the numbers of rounds, from 1.
struct LoadedPath {
    TraceState state{};
    std::vector<std::string> damaged{};
};

/// The watched paths in a store that is open.
class PathStore
{
public:
    /// The database is lent.
    explicit PathStore(const QSqlDatabase &database)
        : m_database(database)
    {
    }

    /// When this returns without an error the news is safe on disk, all of it; else nothing. A block that is
    /// there already is replaced, a responder stays. What was deleted meanwhile goes on with this news.
    Result<void> write(std::span<const PathNews> news);
    /// The newest first.
    Result<std::vector<StoredPath>> list() const;
    /// All of it, as PathHistory keeps it; damaged blocks are named and left out.
    Result<LoadedPath> load(const std::string &id) const;
    /// Writes what is stored of one path to a file of its own (path_file.h).
    Result<void> copy(const std::string &id, const QString &file) const;
    Result<void> remove(const std::string &id);
    /// Leaves of some blocks from before `moment` only the figures of minutes. True while there are more.
    Result<bool> rollUp(Timestamp moment);

private:
    Result<void> writeOne(const PathNews &news);
    Result<void> writeHead(const PathNews &news);
    Result<void> writeRounds(const PathNews &news, qint64 number);

    const QSqlDatabase &m_database;
};

} // namespace parallax
