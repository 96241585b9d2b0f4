// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <random>
#include <utility>
#include <vector>

namespace parallax::lab {

using Clock = std::chrono::steady_clock;
using Packet = std::vector<std::uint8_t>;

/// One direction of a cable: how long every packet is held, and which are lost.
struct LineConfig {
    std::chrono::microseconds delay{0};
    std::chrono::microseconds jitterMean{0}; // exponential, on top of the delay
    double loss = 0; // probability of each packet
    double reorder = 0; // probability that a packet is overtaken by those of the next `lag`
    std::uint32_t seed = 1;
};

/// Holds packets until they are due, in order unless told otherwise. Reads no clock.
class DelayLine
{
public:
    explicit DelayLine(const LineConfig &config)
        : m_config(config)
        , m_random(config.seed)
    {
    }

    void accept(Clock::time_point now, Packet packet)
    {
        if (m_config.loss > 0 && std::bernoulli_distribution(m_config.loss)(m_random))
            return;
        m_lastDue = std::max(m_lastDue, now + m_config.delay + jitter());
        const bool late = m_config.reorder > 0 && std::bernoulli_distribution(m_config.reorder)(m_random);
        const auto due = late ? m_lastDue + lag : m_lastDue;
        const auto behind = std::upper_bound(m_held.begin(), m_held.end(), due,
                                             [](auto time, const auto &held) { return time < held.first; });
        m_held.emplace(behind, due, std::move(packet));
    }

    /// When the next packet leaves; nothing while none is held.
    std::optional<Clock::time_point> nextDue() const
    {
        return m_held.empty() ? std::nullopt : std::optional(m_held.front().first);
    }

    std::optional<Packet> takeDue(Clock::time_point now)
    {
        if (m_held.empty() || m_held.front().first > now)
            return std::nullopt;
        Packet packet = std::move(m_held.front().second);
        m_held.pop_front();
        return packet;
    }

private:
    static constexpr std::chrono::milliseconds lag{3};

    Clock::duration jitter()
    {
        if (m_config.jitterMean.count() == 0)
            return {};
        std::exponential_distribution<double> units;
        return std::chrono::duration_cast<Clock::duration>(units(m_random) * m_config.jitterMean);
    }

    LineConfig m_config;
    std::mt19937 m_random;
    Clock::time_point m_lastDue{};
    std::deque<std::pair<Clock::time_point, Packet>> m_held;
};

} // namespace parallax::lab
