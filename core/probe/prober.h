// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/wire.h"

#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace parallax {

/// Sends probes and pairs each with its reply, or with silence once its time-out has passed.
class Prober
{
public:
    explicit Prober(Wire &wire)
        : m_wire(wire)
    {
    }

    /// From now on, by how much the wall clock is ahead of one that nobody sets. Without, steps of less than
    /// a round trip back or a time-out forward go unnoticed.
    void setClockLead(Duration lead) { m_clockLead = lead; }
    Result<void> launch(Probe probe, Duration timeout, Timestamp now);
    /// What came in, and what timed out by `now`. An answer is none where the clock was set since its
    /// question: the lead has moved, or by the kernel's stamps it is older than that or came behind the
    /// time-out. Where it was set back, what is in flight is waited for as long as before.
    std::vector<Observation> collect(Timestamp now);
    /// Everything still in flight, as lost.
    std::vector<Observation> abandon();

    std::size_t inFlight() const { return m_inFlight.size(); }
    std::optional<Timestamp> nextDeadline() const;
    /// Replies to no probe of ours: late, repeated or forged.
    std::uint64_t unmatched() const { return m_unmatched; }

private:
    struct InFlight {
        Probe probe;
        Timestamp expires;
        Duration clockLead;
    };

    void followClock(Timestamp now);

    Wire &m_wire;
    std::unordered_map<ProbeId, InFlight> m_inFlight;
    std::set<std::pair<Timestamp, ProbeId>> m_expiries;
    Timestamp m_now{};
    Duration m_clockLead{};
    std::uint64_t m_unmatched = 0;
};

} // namespace parallax
