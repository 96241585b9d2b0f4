// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_record.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <vector>

namespace parallax {

/// A watched path's rounds are told apart by the probe's id: round × this + something.
constexpr std::uint64_t idsPerRound = 1 << 16;

/// What one round found at one TTL, in eight bytes: a day of 30 hops at one round a second takes 21 MB.
struct HopSample {
    static constexpr std::uint32_t notAsked = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::uint32_t lost = notAsked - 1;
    static constexpr std::uint32_t notSent = notAsked - 2; // this machine's network refused it
    static constexpr std::uint32_t refused = notAsked - 3; // on the way: unreachable, or too large

    std::uint32_t rttMicroseconds = notAsked; // or one of the above
    std::uint16_t responder = 0; // index into HopHistory::responders

    bool answered() const { return rttMicroseconds < refused; }
    bool asked() const { return answered() || rttMicroseconds == lost || rttMicroseconds == refused; }
    std::optional<Duration> rtt() const;
    bool operator==(const HopSample &) const = default;
};

struct HopHistory {
    std::vector<IpAddress> responders{}; // in the order of appearance
    std::vector<Reply> firstReplies{}; // of each: its quote, ICMP type and code
    std::vector<HopSample> samples{}; // by round; those after the last are not asked

    /// Not asked beyond the end.
    HopSample at(std::size_t round) const { return round < samples.size() ? samples[round] : HopSample{}; }
    bool operator==(const HopHistory &) const = default;
};

/// Some rounds in a row, as they are kept on disk. Their samples name responders by number.
struct RoundBlock {
    std::uint64_t first = 0; // number of the first round, from 0
    std::vector<Timestamp> starts{};
    std::vector<std::uint8_t> ends{}; // as many as starts; 0: not reached
    std::map<int, std::vector<HopSample>> samples{}; // by TTL; those after the last are not asked

    bool operator==(const RoundBlock &) const = default;
};

/// A path watched over hours: rounds × TTLs of samples. Grows by whole rounds.
class PathHistory
{
public:
    /// Rounds kept: a day at one a second, and the oldest hour goes when they are full.
    static constexpr std::size_t mostRounds = 86'400;
    static constexpr std::size_t droppedAtOnce = 3'600;

    PathHistory() = default;
    /// Keeps another number of rounds.
    PathHistory(std::size_t most, std::size_t atOnce)
        : m_most(most)
        , m_atOnce(atOnce)
    {
    }

    /// `target` decides where the path ends. Who answers that it cannot be reached, or not by so large a
    /// packet, is no hop of the path: what was sent there is lost, whatever that took to find out.
    void add(const Observation &observation, const IpAddress &target);
    void addNotSent(const Probe &probe);

    std::size_t rounds() const { return m_starts.size(); }
    /// When its first probe left; never before the round before it, also where the clock was set back.
    Timestamp start(std::size_t round) const { return m_starts[round]; }
    /// When it was over, also where a pause follows: it took as long as the one before it, or until the next.
    /// Rounds to come do not move that moment.
    Timestamp end(std::size_t round) const;
    /// The first round not before `moment`.
    std::size_t roundAt(Timestamp moment) const;
    const std::map<int, HopHistory> &hops() const { return m_hops; } // by TTL
    /// The TTL that the target answered at in that round.
    std::optional<int> endTtl(std::size_t round) const // here, as it is asked for each sample of a day
    {
        return round < m_ends.size() && m_ends[round] != 0 ? std::optional<int>(m_ends[round]) : std::nullopt;
    }
    /// How many rounds were dropped in front: a round's index grows by it to its number.
    std::size_t dropped() const { return m_dropped; }
    /// Which flow a round's probes belong to: they take turns, a round each.
    std::size_t flowOf(std::size_t round) const { return (m_dropped + round) % m_flows; }
    std::size_t flows() const { return m_flows; }
    void setFlows(int count) { m_flows = static_cast<std::size_t>(std::max(1, count)); }
    /// Rounds by number, as far as they are here.
    RoundBlock block(std::uint64_t first, std::size_t count) const;
    /// Goes on with stored rounds; missing ones before them were not asked. Responders come first, in order.
    void append(const RoundBlock &block);
    void appendResponder(int ttl, const Reply &first);
    /// Whoever answered has another address from now on. Those of one TTL must stay different.
    void readdress(const std::function<IpAddress(const IpAddress &)> &to);
    bool operator==(const PathHistory &) const = default;

private:
    std::optional<std::size_t> roundOf(const Probe &probe);
    HopSample &sampleAt(int ttl, std::size_t round);
    void dropOldest();

    std::vector<Timestamp> m_starts;
    std::vector<std::uint8_t> m_ends; // by round; 0: not reached
    std::map<int, HopHistory> m_hops;
    std::size_t m_dropped = 0;
    std::size_t m_flows = 1;
    std::size_t m_most = mostRounds;
    std::size_t m_atOnce = droppedAtOnce;
};

} // namespace parallax
