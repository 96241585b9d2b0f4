// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_history.h"
#include "core/strategy/ttl_sweep.h"

#include <algorithm>
#include <map>
#include <vector>

namespace parallax {

/// Sweeps over the whole path without end, one each interval, against absolute moments. A round with a silent
/// hop does not hold up the next. Numbered from 1 by the probes' ids (idsPerRound). Flows take turns, one a
/// round: every branch of a load balancer is met without asking any hop more often. The target is asked once
/// a round: where it answers is known, for each flow, and what may lie behind is asked only where a router
/// answers there instead, or nobody does for some rounds. By UDP it is asked no more than once a second,
/// since hosts limit what they answer.
class PathRounds : public Strategy
{
public:
    PathRounds(TtlSweepConfig sweep, Duration interval)
        : m_config(sweep)
        , m_interval(interval)
        , m_ways(static_cast<std::size_t>(std::max(1, sweep.flows)))
    {
    }

    Step next(Timestamp now) override;
    void observe(const Observation &observation) override;
    /// While it is paused no round begins; those under way come to their end. It goes on with a new rhythm.
    void setPaused(bool paused, Timestamp now);

private:
    /// What is known of one flow's way.
    struct Way {
        int last = 0; // TTL that its next round goes to; 0: all
        int reached = 0; // where the target last answered; 0: it never has
        int silent = 0; // rounds in a row in which nobody answered there
        Timestamp asked{}; // when the target last was
    };

    void begin(Timestamp now);
    std::size_t flowOf(std::uint64_t round) const;
    bool isSpared(const Way &way, Timestamp now) const;
    static void noteEnd(Way &way, const TtlSweep &sweep);

    TtlSweepConfig m_config;
    Duration m_interval;
    std::map<std::uint64_t, TtlSweep> m_rounds; // under way, by number
    std::uint64_t m_nextRound = 1;
    Timestamp m_due{};
    std::vector<Way> m_ways; // by flow
    bool m_began = false;
    bool m_paused = false;
};

} // namespace parallax
