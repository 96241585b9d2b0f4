// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_sample.h"

#include <random>

namespace parallax {

/// A link between two clocks, in virtual time.
struct ClockLinkConfig {
    Duration offset{}; // their clock minus ours, at the start
    double driftPpm = 0.0; // their clock gains so much
    Duration there = std::chrono::milliseconds(10); // without jitter
    Duration back = std::chrono::milliseconds(10);
    Duration jitter = std::chrono::milliseconds(5); // mean of an exponential distribution, each way
    Duration processing = std::chrono::microseconds(50);
    Duration interval = std::chrono::milliseconds(100);
};

class ClockLink
{
public:
    static constexpr Timestamp begin{std::chrono::seconds(1'800'000'000)};

    ClockLink(ClockLinkConfig config, unsigned seed)
        : m_config(config)
        , m_random(seed)
    {
    }

    /// Their clock minus ours at a moment of ours.
    Duration truth(Timestamp at) const
    {
        const double gained = m_config.driftPpm * 1e-6 * static_cast<double>((at - begin).count());
        return m_config.offset + Duration(static_cast<Duration::rep>(gained));
    }

    ClockExchange next()
    {
        const Timestamp sent = m_now;
        const Timestamp received = sent + m_config.there + delay();
        const Timestamp answered = received + m_config.processing;
        const Timestamp returned = answered + m_config.back + delay();
        m_now += m_config.interval;
        return {sent, received + truth(received), answered + truth(answered), returned};
    }

    void step(Duration by) { m_config.offset += by; }
    void reroute(Duration there, Duration back)
    {
        m_config.there = there;
        m_config.back = back;
    }
    Duration asymmetry() const { return m_config.there - m_config.back; }

private:
    Duration delay()
    {
        if (m_config.jitter <= Duration::zero())
            return {};
        std::exponential_distribution<double> exponential(1.0 / static_cast<double>(m_config.jitter.count()));
        return Duration(static_cast<Duration::rep>(exponential(m_random)));
    }

    ClockLinkConfig m_config;
    std::mt19937 m_random;
    Timestamp m_now = begin;
};

} // namespace parallax
