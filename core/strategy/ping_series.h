// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_record.h"
#include "core/strategy/strategy.h"

namespace parallax {

struct PingSeriesConfig {
    Probe probe{}; // method, TTL, DSCP, length
    IpAddress target{};
    int count = 0; // 0: without end
    Duration interval{}; // start to start, against absolute moments
    Duration timeout{};
    std::uint64_t firstId = 1;
};

/// Pings of one target, one each interval, whether or not the earlier ones are answered.
class PingSeries : public Strategy
{
public:
    explicit PingSeries(PingSeriesConfig config)
        : m_config(config)
    {
    }

    Step next(Timestamp now) override;
    void observe(const Observation &observation) override;
    PathEnd end() const;

private:
    PingSeriesConfig m_config;
    Timestamp m_due{};
    std::uint64_t m_sent = 0;
    std::uint64_t m_resolved = 0;
    bool m_reached = false;
    bool m_refused = false;
    bool m_expired = false; // a router answered: the TTL did not suffice
};

} // namespace parallax
