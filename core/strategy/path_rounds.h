// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_history.h"
#include "core/strategy/ttl_sweep.h"

#include <map>

namespace parallax {

/// Sweeps over the whole path without end, one each interval, against absolute moments. A round with a silent
/// hop does not hold up the next. Numbered from 1 by the probes' ids (idsPerRound). Flows take turns, one a
/// round: every branch of a load balancer is met without asking any hop more often.
class PathRounds : public Strategy
{
public:
    PathRounds(TtlSweepConfig sweep, Duration interval)
        : m_config(sweep)
        , m_interval(interval)
    {
    }

    Step next(Timestamp now) override;
    void observe(const Observation &observation) override;

private:
    void begin(Timestamp now);
    void noteEnd(const TtlSweep &sweep);

    TtlSweepConfig m_config;
    Duration m_interval;
    std::map<std::uint64_t, TtlSweep> m_rounds; // under way, by number
    std::uint64_t m_nextRound = 1;
    Timestamp m_due{};
    int m_end = 0; // where the path ended last, and a margin for a longer one
    int m_reached = 0; // the same, of the last round that reached the target
    bool m_began = false;
};

} // namespace parallax
