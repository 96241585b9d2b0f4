// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/application_rule.h"
#include "core/clock/bound_keeper.h"
#include "core/clock/drift_filter.h"
#include "core/data/clock_update.h"

#include <memory>
#include <optional>
#include <vector>

namespace parallax {

/// Everything that one clock client knows: its scheme's estimate, offset and drift, the bound, the original's
/// loop, and what was noteworthy. Owns no socket and no clock.
class ClockTracker
{
public:
    explicit ClockTracker(ClockScheme scheme);

    struct Step {
        ClockSample sample{};
        std::vector<ClockEvent> events{};
    };
    /// The sample's number, exchange and correction are given; the rest is filled in. Nothing where the
    /// exchange contradicts those before: such may be late, or the first after a clock was set.
    std::optional<Step> add(ClockSample sample);
    /// Whether an exchange can be true after those before.
    bool admits(const ClockExchange &exchange) const;
    bool knowsOffset() const { return m_offset.has_value(); }
    /// Our clock was set: what was known is void.
    ClockEvent ownClockStepped(Duration by, Timestamp at);

    /// What a clock of its own is moved by: the original's loop; a median's estimate needs none.
    /// The loop also says how long to wait until the next question.
    Duration applied() const;
    Duration interval() const { return m_rule.interval(); }

private:
    bool admit(const ClockExchange &exchange, std::vector<ClockEvent> &events);
    OffsetBound boundWith(const ClockExchange &exchange, std::vector<ClockEvent> &events);
    void forget();
    void judge(const ClockSample &sample, std::vector<ClockEvent> &events);

    ClockScheme m_scheme;
    std::unique_ptr<Estimator> m_estimator;
    DriftFilter m_drift;
    BoundKeeper m_bound;
    ApplicationRule m_rule;
    Duration m_estimated{}; // median
    std::vector<ClockPoint> m_recent; // offsets, bounded
    std::optional<Duration> m_offset; // by the newest exchange
    std::uint64_t m_steps = 0; // of either clock
    ClockTrend m_trend = ClockTrend::Steady;
    std::optional<ClockQuality> m_quality;
};

} // namespace parallax
