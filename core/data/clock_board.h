// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_update.h"

#include <deque>
#include <map>
#include <optional>

namespace parallax {

/// A clock client as last reported. Its lists are bounded: the oldest go first.
struct ClockState {
    ClockRequest request{};
    SocketAddress address{};
    Timestamp started{};
    std::deque<ClockSample> samples{};
    std::deque<ClockEvent> events{};
    std::uint64_t eventsSeen = 0; // with those that went
    ClockClientCounts counts{};
    ClockEnd end = ClockEnd::Running;
    std::optional<Error> failed{};
};

/// The clock server as last reported.
struct ClockServerState {
    std::optional<SocketAddress> serving{};
    std::deque<ServedSample> samples{};
    ClockServerCounts counts{};
    std::optional<Error> failed{};
};

/// Clocks as last reported. Window and command line each keep their own.
class ClockBoard
{
public:
    static constexpr std::size_t mostSamples = 20'000; // a client; the server's of all together
    static constexpr std::size_t mostEvents = 1'000;

    void apply(const ClockUpdate &update);
    void forget(ClockId clock) { m_clocks.erase(clock); }

    const ClockState *find(ClockId clock) const;
    const std::map<ClockId, ClockState> &clocks() const { return m_clocks; }
    const ClockServerState &server() const { return m_server; }
    const TcpClockState &tcpServer() const { return m_tcpServer; }

private:
    std::map<ClockId, ClockState> m_clocks;
    ClockServerState m_server;
    TcpClockState m_tcpServer;
};

/// When an answer came: by a clock that is never set, so that curves go on when ours is.
inline Timestamp momentOf(const ClockSample &sample)
{
    return Timestamp(sample.sinceBoot);
}

/// The offsets, or what the original draws: the corrections it was told.
std::vector<ClockPoint> offsetsOf(const ClockState &state);
std::vector<ClockPoint> correctionsOf(const ClockState &state);
/// Of such points those since a clock was last set: statistics across it say nothing.
std::vector<ClockPoint> sinceLastStep(const ClockState &state, const std::vector<ClockPoint> &points);
/// By the newest offsets, whatever is drawn. A drift's many answers would add up.
std::optional<ClockQuality> recentQuality(const ClockState &state);

} // namespace parallax
