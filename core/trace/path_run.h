// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"
#include "core/probe/prober.h"
#include "core/probe/socket_wire.h"
#include "core/strategy/advance.h"
#include "core/strategy/ttl_sweep.h"

#include <functional>
#include <memory>
#include <optional>

namespace parallax {

class PathRounds;

/// One trace, series of pings or watch under way: its wire, its strategy and what pairs the two. No event
/// loop.
class PathRun
{
public:
    /// `target` has the resolved address, and ours. `expectedEnd`: see TtlSweepConfig.
    PathRun(const TraceRequest &request, SocketPort &port, const SocketTarget &target, int expectedEnd);

    /// Goes as far as it can at `now`; nothing to wake for means that it is over.
    Progress advance(Timestamp now);
    /// What is still in flight, as lost. Nothing of a trace that is interrupted: who stops between question
    /// and answer lost no packet. Of a watch only what has been in flight for much longer than any answer
    /// took. Pings count all, as those of ping(8).
    std::vector<Observation> abandon(PathEnd end, Timestamp now);
    /// A watch that pauses sends no more rounds until it goes on. Nothing of what is no watch.
    void setPaused(bool paused, Timestamp now);
    bool hasReplies() const { return m_wire.hasReplies(); }
    PathEnd end() const;
    /// An error of this machine, where not one probe could be sent.
    const std::optional<Error> &refused() const { return m_refused; }
    Timestamp started() const { return m_started; }

private:
    void beginSweep(const TraceRequest &request, const TtlSweepConfig &config, const SocketTarget &target);
    std::unique_ptr<Strategy> searchAfter(const TtlSweep &sweep, const SocketTarget &target,
                                          std::uint16_t length);

    SocketWire m_wire;
    Prober m_prober;
    std::unique_ptr<Strategy> m_strategy;
    PathRounds *m_rounds = nullptr; // the strategy of a watch
    std::function<std::unique_ptr<Strategy>()> m_followUp; // null when there is none
    std::function<PathEnd()> m_end;
    Timestamp m_started;
    TraceRequest::Kind m_kind;
    Timestamp m_placedAt; // when it was asked where packets leave from
    std::optional<Error> m_refused;
    bool m_sentAny = false;
    Duration m_longestRtt{};
};

} // namespace parallax
