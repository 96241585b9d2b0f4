// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"
#include "core/strategy/strategy.h"

#include <array>
#include <optional>

namespace parallax {

constexpr int mostProbedTtl = 64;

struct ZeroTraceConfig {
    int maxTtl = 32;
    int firstBurstTtl = mostProbedTtl; // a second burst asks the others if the endpoint lies beyond
    int probesPerTtl = 1;
    int finalProbes = 10; // samples wanted at the furthest hop and at the endpoint
    int hopProbes = 3; // samples wanted at the other hops
    Duration timeout{}; // for a probe's answer, first burst
    Duration finalTimeout{}; // the same, refinement
    Duration expectedRtt{}; // of the connection, to know when a round has had its chance
    std::uint64_t firstId = 1;
};

/// 0trace: one burst over all TTLs that the path may need, and over the others only when the endpoint did not
/// answer to it; then rounds of one probe a hop until each has its samples. A probe that reaches the endpoint
/// is harmless, but costs it a duplicate ACK and us two packets. A hop that leaves a round unanswered is not
/// asked again: routers limit the rate of their ICMP.
class ZeroTrace : public Strategy
{
public:
    explicit ZeroTrace(ZeroTraceConfig config);

    Step next(Timestamp now) override;
    void observe(const Observation &observation) override;

    /// How many probes the next round wants to send at once; 0 when all is known.
    int roundSize() const;
    /// True while answers of the present round may still come in.
    bool roundOpen(Timestamp now) const { return m_inRound && now < m_roundEnds && !allSettled(); }
    bool finished(Timestamp now) const { return m_started && !roundOpen(now) && roundSize() == 0; }
    TraceEnd end() const;

private:
    struct HopState {
        int answers = 0;
        int toSend = 0; // in the present round
        int pending = 0; // sent in the present round and not yet answered
        bool expired = false; // a pending one has timed out
        int misses = 0; // rounds in a row that it left unanswered
        bool endpoint = false;
    };
    HopState &at(int ttl) { return m_hops[static_cast<std::size_t>(ttl)]; }
    const HopState &at(int ttl) const { return m_hops[static_cast<std::size_t>(ttl)]; }
    bool allSettled() const;
    int lastUsefulTtl() const;
    /// How far the next round's burst goes; nothing when the next round only refines.
    std::optional<int> nextBurstTtl() const;
    int furthestHop() const;
    bool isLast(int ttl) const;
    bool wants(int ttl) const;
    void beginRound(Timestamp now);
    void closeRound();
    Send probe(int ttl);

    ZeroTraceConfig m_config;
    std::array<HopState, mostProbedTtl + 1> m_hops{}; // by TTL
    std::uint64_t m_nextId;
    std::optional<int> m_endpointTtl;
    bool m_started = false; // the first burst has begun
    int m_burstTtl = 0; // as far as bursts have asked
    bool m_bursting = false;
    bool m_inRound = false;
    ProbeId m_roundFirst{}; // of the present round; smaller ids are earlier rounds'
    int m_cursor = 1; // the TTL to be asked next
    Timestamp m_roundEnds{};
    Duration m_longestRtt{};
};

} // namespace parallax
