// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"

#include <map>
#include <memory>
#include <optional>

namespace parallax {

/// The state as last reported. The window, the web service and the CLI each keep their own.
class Board
{
public:
    void apply(const Update &update);
    /// Frees a session's memory, for those who have no use for ended runs.
    void forget(SessionId session) { m_sessions.erase(session); }

    const SessionRecord *find(SessionId session) const;
    const std::map<SessionId, SessionRecord> &sessions() const { return m_sessions; }
    void forget(TraceId trace);
    /// Measured here or opened from the store.
    const TraceState *find(TraceId trace) const;
    /// Those measured here.
    const std::map<TraceId, TraceState> &traces() const { return m_traces; }
    const std::optional<Listening> &listening() const { return m_listening; }
    const std::map<NoticeCode, Notice> &notices() const { return m_notices; }
    /// Packets that the capture has lost, as known when the last run ended.
    std::uint64_t dropped() const { return m_dropped; }
    const std::map<std::string, Invitation> &invitations() const { return m_invitations; } // by token
    /// Sessions opened and neither closed nor failed.
    int running() const;

private:
    void closeSession(const SessionClosed &closed);
    void addHistory(const HistoryLoaded &history);
    /// A forgotten trace may still be spoken of.
    template<class Change>
    void ifKnown(TraceId trace, Change change)
    {
        if (const auto known = m_traces.find(trace); known != m_traces.end())
            change(known->second);
    }

    std::map<SessionId, SessionRecord> m_sessions;
    std::map<TraceId, TraceState> m_traces;
    std::map<TraceId, std::shared_ptr<const TraceState>> m_stored; // a day's would take long to copy
    std::optional<Listening> m_listening;
    std::map<NoticeCode, Notice> m_notices;
    std::map<std::string, Invitation> m_invitations;
    std::uint64_t m_dropped = 0;
    std::uint64_t m_nextHistoric = std::uint64_t{1} << 63; // above every live session's number
};

} // namespace parallax
