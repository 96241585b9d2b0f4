// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/observation.h"
#include "core/data/path_figures.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace parallax {

/// What a series of pings comes to. It keeps none of them, however long it goes on.
class PingStatistics
{
public:
    /// Only `target` itself can answer: others say on the way why it does not.
    void add(const Observation &ping, const IpAddress &target);
    void addNotSent(std::uint64_t pings) { m_notSent += pings; }

    std::uint64_t sent() const { return m_sent; }
    std::uint64_t received() const { return m_received; }
    std::uint64_t notSent() const { return m_notSent; }
    /// Of the round trips; nothing where none was answered. The deviation is ping(8)'s mdev, that of the
    /// population.
    std::optional<Duration> least() const { return m_least; }
    std::optional<Duration> most() const { return m_most; }
    double meanMs() const { return m_meanMs; }
    double deviationMs() const;
    /// Median, of the newest `keptDelays`, of what packets took in this machine before they left.
    std::optional<Duration> hostDelay() const;
    /// As a trace's table counts them.
    PathRow row() const;

    static constexpr std::size_t keptDelays = 10'000;

private:
    std::uint64_t m_sent = 0;
    std::uint64_t m_received = 0;
    std::uint64_t m_refused = 0;
    std::uint64_t m_notSent = 0;
    int m_ttl = 0;
    double m_meanMs = 0.0;
    double m_squares = 0.0; // of the differences from the mean (Welford 1962), ms²
    std::optional<Duration> m_least{};
    std::optional<Duration> m_most{};
    std::vector<Duration> m_delays{}; // a ring
    std::size_t m_nextDelay = 0;
};

} // namespace parallax
