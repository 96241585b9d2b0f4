// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/flow_end.h"
#include "core/data/trace_record.h"
#include "core/strategy/strategy.h"

#include <array>
#include <optional>
#include <vector>

namespace parallax {

/// How long an answer is waited for. What is known of the path decides, never a fixed second: a silent hop
/// between two that answer costs a little more than its neighbour's round trip. (The idea is Linux
/// traceroute's -w MAX,HERE,NEAR.)
struct Patience {
    Duration most = std::chrono::seconds(5);
    double here = 2.0; // times what the same hop took
    double near = 1.5; // times what the next hop that answers took
    Duration tail =
        std::chrono::seconds(1); // behind the last hop that answered: the path may leap, over a satellite
};

struct TtlSweepConfig {
    Method method = Method::IcmpEcho;
    IpAddress target{};
    int firstTtl = 1;
    int maxTtl = 30;
    int probesPerHop = 3;
    int flows = 1; // 5-tuples; each is sent the probes of every hop
    int firstFlow = 0; // the others count up from it
    int maxInFlight = 0; // 0: 16 TTLs at a time
    int expectedEnd = 0; // the TTL that the target answered at a while ago; 0: unknown
    Duration gap{}; // between probes
    Duration roundGap =
        std::chrono::milliseconds(2); // between the probes of one hop, since routers limit ICMP
    Patience patience{};
    std::uint8_t dscp = 0;
    std::uint8_t ecn = 0;
    std::uint16_t length = 0; // of the packet; 0: the smallest
    std::uint64_t firstId = 1;
};

/// Traceroute: asks all TTLs at once, as far as the limit in flight allows, so that a path is known after one
/// round trip of its end.
class TtlSweep : public Strategy
{
public:
    explicit TtlSweep(TtlSweepConfig config);

    Step next(Timestamp now) override;
    void observe(const Observation &observation) override;

    PathEnd end() const;
    Duration longestRtt() const { return m_longestRtt; }
    int maxTtl() const { return m_config.maxTtl; }
    /// Whether a router or the target answered at that TTL.
    bool isAnswered(int ttl) const { return m_longest.at(static_cast<std::size_t>(ttl)).has_value(); }
    /// Where the path ends, the longest flow's; nothing while no flow's is known.
    std::optional<int> endTtl() const;

private:
    static constexpr int mostTtl = 255;

    /// One probe a TTL; each flow has as many lanes as a hop gets probes.
    struct Lane {
        std::uint8_t flow = 0;
        int nextTtl = 1;
        int holdsBehind = mostTtl; // until the probe with this TTL is answered, or missed
        Timestamp starts{};
        int inFlight = 0;
    };
    struct Pending {
        ProbeId id{};
        std::size_t lane = 0;
        int ttl = 0;
        Timestamp sent{};
        bool holdsPlace = true; // counts against the limit in flight
    };
    /// What is known of one flow's end.
    struct Flow {
        FlowEnd end{};
        int last = mostTtl; // TTL to ask; behind a refusal answers may still be under way
        std::optional<ProbeId> firstRefused{};
        Duration refusal{}; // longest round trip of one
    };
    Flow &flowOf(const Probe &probe);
    static void noteRefusal(Flow &flow, const Observation &observation);
    void noteAnswer(const Observation &observation);
    int lastTtl(const Lane &lane) const;
    bool lanesDone() const;
    std::optional<Duration> neighbours(int ttl) const;
    std::optional<Duration> refusalPatience(const Pending &pending) const;
    Duration patience(const Pending &pending) const;
    Duration placePatience(int ttl) const;
    void followClock(Timestamp now);
    void leavePlace(Pending &pending);
    void giveUp(Timestamp now);
    std::optional<std::size_t> laneToServe(Timestamp now) const;
    Timestamp wakeAt(Timestamp now) const;
    Send probe(std::size_t at, Timestamp now);
    void settle(ProbeId id);

    TtlSweepConfig m_config;
    std::vector<Lane> m_lanes;
    std::vector<Pending> m_pending;
    std::array<std::optional<Duration>, mostTtl + 1> m_longest{}; // round trip, by TTL; no refusals
    int m_furthest = 0; // TTL that a router or the target answered at
    Duration m_longestRtt{};
    std::vector<Flow> m_flows;
    std::uint64_t m_nextId;
    Timestamp m_earliest{};
    Timestamp m_now{};
    bool m_started = false;
    bool m_finished = false;
    bool m_heard = false; // anybody
};

} // namespace parallax
