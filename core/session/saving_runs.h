// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"

#include <cstddef>
#include <unordered_map>
#include <utility>

namespace parallax {

/// Finished runs that the store has not answered for. A store that hangs must not fill the memory with them.
class SavingRuns
{
public:
    void add(SessionId id, FinishedRun run) { m_runs[id] = std::move(run); }

    /// The run, once; null where none of that name waits.
    FinishedRun take(SessionId id)
    {
        const auto found = m_runs.extract(id);
        return found.empty() ? FinishedRun() : found.mapped();
    }

    /// Nobody more may come: three times as many runs as may go on are in memory, those that do included.
    /// Until caughtUp().
    bool isBehind(std::size_t running, std::size_t mostRunning)
    {
        m_behind = m_behind || m_runs.size() + running >= 3 * mostRunning;
        return m_behind;
    }

    /// True once after it was behind.
    bool caughtUp(std::size_t mostRunning)
    {
        return m_runs.size() <= mostRunning && std::exchange(m_behind, false);
    }

private:
    std::unordered_map<SessionId, FinishedRun> m_runs;
    bool m_behind = false;
};

} // namespace parallax
