// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/path_run.h"

#include "core/base/append.h"
#include "core/base/boot_clock.h"
#include "core/strategy/mtu_search.h"
#include "core/strategy/path_rounds.h"
#include "core/strategy/ping_series.h"

#include <algorithm>
#include <utility>

namespace parallax {

namespace {

constexpr Duration searchSlack = std::chrono::milliseconds(50);
// Linux answers a host's UDP once a second when it has been asked too often, as by the trace
// (icmp_ratelimit).
constexpr Duration udpRest = std::chrono::milliseconds(1100);
constexpr Duration leastPatience = std::chrono::milliseconds(200); // with the last answers of a watch
constexpr Duration placeAge = std::chrono::seconds(1); // of our address: networks come and go

TtlSweepConfig sweepFor(const TraceRequest &request, const IpAddress &target)
{
    return {.method = request.method,
            .target = target,
            .firstTtl = request.firstTtl,
            .maxTtl = request.maxTtl,
            .probesPerHop = request.probesPerHop,
            .flows = request.flows,
            .maxInFlight = request.maxInFlight,
            .gap = request.gap,
            .roundGap = request.roundGap,
            .patience = {.most = request.longestWait,
                         .here = request.hereFactor,
                         .near = request.nearFactor,
                         .tail = request.tailWait},
            .dscp = static_cast<std::uint8_t>(request.tos >> 2),
            .ecn = static_cast<std::uint8_t>(request.tos & 0x03),
            .length = request.length};
}

PingSeriesConfig seriesFor(const TraceRequest &request, const IpAddress &target)
{
    return {.probe = {.method = request.method,
                      .ttl = static_cast<std::uint8_t>(request.maxTtl),
                      .dscp = static_cast<std::uint8_t>(request.tos >> 2),
                      .ecn = static_cast<std::uint8_t>(request.tos & 0x03),
                      .length = request.length},
            .target = target,
            .count = request.count,
            .interval = request.interval,
            .timeout = request.longestWait};
}

} // namespace

PathRun::PathRun(const TraceRequest &request, SocketPort &port, const SocketTarget &target, int expectedEnd)
    : m_wire(port, target)
    , m_prober(m_wire)
    , m_started(wallClock())
    , m_kind(request.kind)
    , m_placedAt(m_started)
{
    const IpAddress address = target.address.address;
    TtlSweepConfig sweep = sweepFor(request, address);
    sweep.expectedEnd = expectedEnd;
    if (request.kind == TraceRequest::Kind::Trace)
        beginSweep(request, sweep, target);
    if (request.kind == TraceRequest::Kind::Ping) {
        auto series = std::make_unique<PingSeries>(seriesFor(request, address));
        m_end = [strategy = series.get()] { return strategy->end(); };
        m_strategy = std::move(series);
    }
    if (request.kind == TraceRequest::Kind::Watch) {
        sweep.probesPerHop = 1;
        auto rounds = std::make_unique<PathRounds>(sweep, request.interval);
        m_rounds = rounds.get();
        m_strategy = std::move(rounds);
        m_end = [] { return PathEnd::Interrupted; }; // it has no other
    }
}

void PathRun::beginSweep(const TraceRequest &request, const TtlSweepConfig &config,
                         const SocketTarget &target)
{
    auto sweep = std::make_unique<TtlSweep>(config);
    m_end = [strategy = sweep.get()] { return strategy->end(); };
    if (request.mtu && request.method != Method::TcpSyn)
        m_followUp = [this, strategy = sweep.get(), target, length = request.length] {
            return searchAfter(*strategy, target, length);
        };
    m_strategy = std::move(sweep);
}

/// Nothing where the target was not reached. The end is the sweep's: it is remembered before that goes.
std::unique_ptr<Strategy> PathRun::searchAfter(const TtlSweep &sweep, const SocketTarget &target,
                                               std::uint16_t length)
{
    m_end = [end = sweep.end()] { return end; };
    const auto first = linkMtu(target.source);
    if (sweep.end() != PathEnd::Reached || !first)
        return nullptr;
    return std::make_unique<MtuSearch>(
        MtuSearchConfig{.method = target.method,
                        .target = target.address.address,
                        .first = *first,
                        .passes = length,
                        .patience = 2 * sweep.longestRtt() + searchSlack,
                        .rest = target.method == Method::UdpDatagram ? udpRest : Duration{}});
}

Progress PathRun::advance(Timestamp now)
{
    const bool goesOn = m_kind != TraceRequest::Kind::Trace; // our address or device may change
    if (goesOn && (now < m_placedAt || now - m_placedAt >= placeAge)) {
        m_wire.renewSource();
        m_placedAt = now;
    }
    m_prober.setClockLead(clockLead());
    Progress progress = parallax::advance(*m_strategy, m_prober, now);
    if (!progress.wakeAt && m_followUp) {
        auto followUp = std::exchange(m_followUp, nullptr)();
        if (followUp) {
            m_strategy = std::move(followUp);
            Progress further = parallax::advance(*m_strategy, m_prober, now);
            append(progress.observations, std::move(further.observations));
            append(progress.notSent, std::move(further.notSent));
            progress.wakeAt = further.wakeAt;
        }
    }
    for (const Observation &observation : progress.observations)
        m_longestRtt = std::max(m_longestRtt, observation.rtt().value_or(Duration{}));
    m_sentAny = m_sentAny || m_prober.inFlight() > 0 || !progress.observations.empty();
    if (m_sentAny)
        m_refused.reset(); // it was for a moment only: those are not sent, and the rest is a measurement
    else if (progress.refused)
        m_refused = progress.refused;
    return progress;
}

std::vector<Observation> PathRun::abandon(PathEnd end, Timestamp now)
{
    auto inFlight = m_prober.abandon();
    const Duration patience = 2 * m_longestRtt + leastPatience;
    if (m_rounds && m_longestRtt > Duration{})
        std::erase_if(inFlight, [&](const Observation &o) { return now - o.probe.sent < patience; });
    else if (m_rounds || (m_kind == TraceRequest::Kind::Trace && end == PathEnd::Interrupted))
        inFlight.clear();
    return inFlight;
}

void PathRun::setPaused(bool paused, Timestamp now)
{
    if (m_rounds)
        m_rounds->setPaused(paused, now);
}

PathEnd PathRun::end() const
{
    return m_end();
}

} // namespace parallax
