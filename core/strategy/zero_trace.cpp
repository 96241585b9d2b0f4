// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/zero_trace.h"

#include <algorithm>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr Duration roundSlack = 15ms; // on top of 1.25 RTT: a busy router, a busy machine
constexpr Duration leastPatience = 30ms; // where nothing is known of the connection yet
constexpr int missesElsewhere = 1; // a hop that leaves a round unanswered is not asked again
constexpr int missesAtTheEnd = 2; // what decides a verdict gets a second chance

} // namespace

ZeroTrace::ZeroTrace(ZeroTraceConfig config)
    : m_config(config)
    , m_nextId(config.firstId)
{
    m_config.maxTtl = std::clamp(config.maxTtl, 1, mostProbedTtl);
    m_config.firstBurstTtl = std::clamp(config.firstBurstTtl, 1, m_config.maxTtl);
}

int ZeroTrace::lastUsefulTtl() const
{
    return m_endpointTtl.value_or(m_config.maxTtl);
}

std::optional<int> ZeroTrace::nextBurstTtl() const
{
    if (!m_started)
        return m_config.firstBurstTtl;
    if (m_endpointTtl || m_burstTtl == m_config.maxTtl)
        return std::nullopt;
    return m_config.maxTtl;
}

int ZeroTrace::furthestHop() const
{
    for (int ttl = lastUsefulTtl(); ttl >= 1; --ttl) {
        if (at(ttl).answers > 0 && !at(ttl).endpoint)
            return ttl;
    }
    return 0;
}

bool ZeroTrace::isLast(int ttl) const
{
    return ttl == m_endpointTtl || ttl == furthestHop();
}

/// Whether the next round should ask this TTL. A burst asks those that none has asked before.
bool ZeroTrace::wants(int ttl) const
{
    if (const auto burst = nextBurstTtl())
        return ttl > m_burstTtl && ttl <= *burst;
    const HopState &hop = at(ttl);
    const bool last = isLast(ttl);
    if (hop.answers == 0 || hop.misses >= (last ? missesAtTheEnd : missesElsewhere))
        return false;
    return hop.answers < (last ? m_config.finalProbes : std::min(m_config.hopProbes, m_config.finalProbes));
}

int ZeroTrace::roundSize() const
{
    if (const auto burst = nextBurstTtl())
        return (*burst - m_burstTtl) * m_config.probesPerTtl;
    int size = 0;
    for (int ttl = 1; ttl <= lastUsefulTtl(); ++ttl)
        size += wants(ttl) ? 1 : 0;
    return size;
}

bool ZeroTrace::allSettled() const
{
    if (m_cursor <= m_config.maxTtl)
        return false; // still sending
    for (int ttl = 1; ttl <= lastUsefulTtl(); ++ttl) {
        if (at(ttl).pending > 0 && !at(ttl).expired)
            return false;
    }
    return true;
}

void ZeroTrace::beginRound(Timestamp now)
{
    const Duration expected = std::max(m_config.expectedRtt, m_longestRtt);
    m_roundEnds = now + std::max(leastPatience, expected + expected / 4 + roundSlack);
    const auto burst = nextBurstTtl();
    m_bursting = burst.has_value();
    for (int ttl = 1; ttl <= lastUsefulTtl(); ++ttl)
        at(ttl).toSend = wants(ttl) ? (m_bursting ? m_config.probesPerTtl : 1) : 0;
    m_burstTtl = burst.value_or(m_burstTtl);
    m_cursor = 1;
    m_roundFirst = ProbeId{m_nextId};
    m_inRound = true;
    m_started = true;
}

void ZeroTrace::closeRound()
{
    m_inRound = false;
    for (HopState &hop : m_hops) {
        hop.misses += hop.pending > 0 ? 1 : 0;
        hop.pending = 0;
        hop.expired = false;
    }
}

Send ZeroTrace::probe(int ttl)
{
    HopState &hop = at(ttl);
    --hop.toSend;
    ++hop.pending;
    return {.probe = {.id = ProbeId{m_nextId++},
                      .method = Method::ZeroTrace,
                      .ttl = static_cast<std::uint8_t>(ttl)},
            .timeout = m_bursting ? m_config.timeout : m_config.finalTimeout};
}

Step ZeroTrace::next(Timestamp now)
{
    if (!m_inRound) {
        if (roundSize() == 0)
            return Done{};
        beginRound(now);
    }
    for (; m_cursor <= m_config.maxTtl; ++m_cursor) {
        if (at(m_cursor).toSend > 0)
            return probe(m_cursor);
    }
    if (roundOpen(now))
        return Wait{m_roundEnds};
    closeRound();
    return roundSize() == 0 ? Step{Done{}} : Step{Wait{now}};
}

void ZeroTrace::observe(const Observation &observation)
{
    if (observation.probe.method != Method::ZeroTrace)
        return; // an ICMP echo on the same wire
    const int ttl = std::min<int>(observation.probe.ttl, mostProbedTtl);
    HopState &hop = at(ttl);
    const bool ofThisRound = observation.probe.id >= m_roundFirst;
    if (!observation.reply) {
        if (ofThisRound)
            hop.expired = true; // still pending: closing the round counts the miss
        return;
    }
    if (ofThisRound)
        hop.pending = std::max(0, hop.pending - 1);
    hop.misses = 0; // a late answer is no silence
    ++hop.answers;
    m_longestRtt = std::max(m_longestRtt, *observation.rtt());
    if (!observation.isEndpoint())
        return;
    hop.endpoint = true;
    m_endpointTtl = std::min(m_endpointTtl.value_or(ttl), ttl);
}

TraceEnd ZeroTrace::end() const
{
    if (!m_started)
        return TraceEnd::NotRun;
    if (m_endpointTtl)
        return TraceEnd::Endpoint;
    return at(m_config.maxTtl).answers > 0 ? TraceEnd::MaxTtl : TraceEnd::Silent;
}

} // namespace parallax
