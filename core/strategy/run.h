// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/config.h"
#include "core/probe/prober.h"
#include "core/strategy/advance.h"
#include "core/strategy/ping_train.h"
#include "core/strategy/zero_trace.h"
#include "core/tcp/tcp_watch.h"

#include <functional>
#include <optional>
#include <vector>

namespace parallax {

/// What a run asks of the connection below it. Without capture there is none of this.
struct ConnectionView {
    /// True when so many probes may be sent now without touching data in flight.
    std::function<bool(std::size_t probes)> mayTrace{};
    /// The kernel's stamps of an answered ping, once they are all known.
    std::function<std::optional<PingTiming>(ProbeId)> takeTiming{};
    std::function<void(ProbeId)> forget{};
};

/// One tester's measurement: pings over the WebSocket and 0trace inside the same connection, in turns, so
/// that no probe meets data in flight. Owns no socket, thread or clock.
class Run
{
public:
    /// `trace` and `view` are null where packets can't be captured: then only the WebSocket is measured.
    Run(const MeasureConfig &config, Wire &echo, Wire *trace, ConnectionView view);

    /// The connection's round trip as known before the first ping, for the trace's patience.
    void setExpectedRtt(Duration rtt) { m_expectedRtt = rtt; }
    /// How many routers the tester's SYN passed: the way there is rarely much longer.
    void setRoutersBack(int routers) { m_routersBack = routers; }

    /// By how much the wall clock is ahead of one that nobody sets, before each advance(): a round trip that
    /// spans a clock that was set is not used.
    void setClockLead(Duration lead);

    /// Half as many pings again, since those so far did not decide; false when it has already gone on to
    /// `mostTimesThePings`.
    bool goOn();
    static constexpr int mostTimesThePings = 3;

    /// So many pings were answered or lost that it may end once the interval has decided.
    bool mayStop() const;
    /// No pings beyond those that were sent; the trace goes on to its end.
    void stopPinging();

    /// Goes as far as it can at `now`.
    Progress advance(Timestamp now);
    /// Ends early or at the end: what is still in flight counts as lost.
    std::vector<Observation> abandon();

    TraceEnd traceEnd() const;
    double done() const; // 0 … 1
    bool pinging() const { return m_pings.outstanding(); }
    /// Answered pings that only the socket stamped, although a capture was there.
    bool stampsMissing() const { return m_unstamped > m_stamped; }
    std::uint64_t invalidStamps() const { return m_invalidStamps; }

private:
    /// An answered ping whose kernel stamps have not all come in.
    struct Awaiting {
        Observation observation;
        Timestamp until;
    };

    void addPings(std::vector<Observation> answered, Timestamp now);
    void settle(Timestamp now);
    bool settleOne(const Awaiting &waiting, Timestamp now);
    void addTrace(const std::vector<Observation> &observations);
    void takeTurns(Timestamp now);
    void drivePings(Timestamp now);
    void driveTrace(Timestamp now);
    ZeroTraceConfig traceConfig() const;
    bool beginRound(Timestamp now);
    void sendEcho(Timestamp now);
    bool traceWanted(Timestamp now) const;
    bool traceFinished(Timestamp now) const;
    bool finished(Timestamp now) const;

    MeasureConfig m_config;
    int m_wanted; // text pings
    ConnectionView m_view;
    PingTrain m_pings;
    Prober m_pingProber;
    std::optional<Prober> m_traceProber;
    std::optional<ZeroTrace> m_trace;
    std::vector<Awaiting> m_awaiting;
    std::vector<Observation> m_out;
    Duration m_expectedRtt{};
    std::optional<int> m_routersBack;
    Timestamp m_wakeAt{};
    std::optional<Timestamp> m_blockedSince;
    bool m_tracesTurn = false;
    bool m_traceGivenUp = false;
    int m_echoesSent = 0;
    int m_stamped = 0;
    int m_unstamped = 0;
    std::uint64_t m_invalidStamps = 0;
};

} // namespace parallax
