// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/run.h"

#include <algorithm>
#include <utility>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr Duration stampPatience = 100ms; // the capture thread is rarely more than a millisecond behind
constexpr Duration tracePatience = 1s; // for the connection to fall quiet once the pings are through
constexpr Duration recheck = 5ms; // while it is not quiet
constexpr int mostEchoes = 3;
constexpr int longerThere = 8; // routers that the way there may have more than the way back, for one burst
constexpr std::uint64_t firstTraceId = 1'000'000; // ids of pings and probes never meet
constexpr std::uint64_t firstEchoId = 2'000'000;

bool isValid(Timestamp sent, Timestamp received, Duration timeout)
{
    return received >= sent && received - sent <= timeout;
}

} // namespace

Run::Run(const MeasureConfig &config, Wire &echo, Wire *trace, ConnectionView view)
    : m_config(config)
    , m_wanted(config.pings)
    , m_view(std::move(view))
    , m_pings({.count = config.pings, .interval = config.pingInterval, .timeout = config.pingTimeout})
    , m_pingProber(echo)
{
    if (trace)
        m_traceProber.emplace(*trace);
}

void Run::setClockLead(Duration lead)
{
    m_pingProber.setClockLead(lead);
    if (m_traceProber)
        m_traceProber->setClockLead(lead);
}

Progress Run::advance(Timestamp now)
{
    m_wakeAt = Timestamp::max();
    addPings(takeIn(m_pings, m_pingProber, now), now);
    if (m_trace)
        addTrace(takeIn(*m_trace, *m_traceProber, now));
    settle(now);
    takeTurns(now);
    Progress progress{.observations = std::exchange(m_out, {})};
    if (!finished(now))
        progress.wakeAt = m_wakeAt;
    return progress;
}

/// One thing at a time: a round of the trace, or a ping with its companion. They alternate, so that both are
/// measured over the same stretch of time; the trace also uses the pauses between pings.
void Run::takeTurns(Timestamp now)
{
    if (m_trace && m_trace->roundOpen(now)) {
        driveTrace(now);
        if (m_trace->roundOpen(now))
            return;
    }
    if (m_pings.busy()) {
        drivePings(now);
        return;
    }
    const bool pingDue = !m_pings.finished() && now >= m_pings.due();
    if (traceWanted(now) && (m_tracesTurn || !pingDue) && beginRound(now))
        return;
    if (!m_pings.finished())
        drivePings(now);
    m_tracesTurn = m_pings.busy();
}

void Run::addTrace(const std::vector<Observation> &observations)
{
    m_out.insert(m_out.end(), observations.begin(), observations.end());
}

/// Answered pings wait for the kernel's stamps; lost ones are final.
void Run::addPings(std::vector<Observation> answered, Timestamp now)
{
    for (Observation &observation : answered) {
        if (observation.reply && m_view.takeTiming) {
            m_awaiting.push_back({std::move(observation), now + stampPatience});
            continue;
        }
        if (m_view.forget)
            m_view.forget(observation.probe.id);
        m_out.push_back(std::move(observation));
    }
}

void Run::settle(Timestamp now)
{
    for (Awaiting &waiting : m_awaiting)
        waiting.until = std::min(waiting.until, now + stampPatience); // the clock may be set back
    std::erase_if(m_awaiting, [&](const Awaiting &waiting) { return settleOne(waiting, now); });
    for (const Awaiting &waiting : m_awaiting)
        m_wakeAt = std::min(m_wakeAt, waiting.until);
}

bool Run::settleOne(const Awaiting &waiting, Timestamp now)
{
    Observation observation = waiting.observation;
    const ProbeId id = observation.probe.id;
    const auto timing = m_view.takeTiming(id);
    if (!timing) {
        if (now < waiting.until)
            return false;
        m_view.forget(id);
        ++m_unstamped;
        m_out.push_back(std::move(observation)); // the socket's stamps must do
        return true;
    }
    // Wall-clock stamps: a clock that was set in between gives nonsense, which is counted and not used.
    if (!isValid(timing->sent, timing->answered, m_config.pingTimeout)) {
        ++m_invalidStamps;
        return true;
    }
    ++m_stamped;
    observation.probe.sent = timing->sent;
    observation.reply->received = timing->answered;
    m_out.push_back(observation);
    if (timing->acknowledged && isValid(timing->sent, *timing->acknowledged, m_config.pingTimeout)) {
        observation.probe.method = Method::TcpSegment;
        observation.reply->kind = ReplyKind::Acknowledgement;
        observation.reply->received = *timing->acknowledged;
        m_out.push_back(observation);
    }
    return true;
}

void Run::drivePings(Timestamp now)
{
    Progress progress = parallax::advance(m_pings, m_pingProber, now);
    addPings(std::move(progress.observations), now);
    m_wakeAt = std::min(m_wakeAt, progress.wakeAt.value_or(now));
}

void Run::driveTrace(Timestamp now)
{
    const Progress progress = parallax::advance(*m_trace, *m_traceProber, now);
    addTrace(progress.observations);
    m_wakeAt = std::min(m_wakeAt, progress.wakeAt.value_or(now));
}

bool Run::traceFinished(Timestamp now) const
{
    return !m_traceProber || m_traceGivenUp || (m_trace && m_trace->finished(now));
}

bool Run::traceWanted(Timestamp now) const
{
    return !traceFinished(now) && m_pings.textResolved() > 0;
}

ZeroTraceConfig Run::traceConfig() const
{
    ZeroTraceConfig config{.maxTtl = m_config.maxTtl,
                           .probesPerTtl = m_config.probesPerTtl,
                           .finalProbes = m_config.finalProbes,
                           .timeout = m_config.traceTimeout,
                           .finalTimeout = m_config.finalTimeout,
                           .expectedRtt = m_expectedRtt,
                           .firstId = firstTraceId};
    if (m_routersBack)
        config.firstBurstTtl = *m_routersBack + 1 + longerThere;
    return config;
}

/// False while the connection is not quiet; gives the trace up when that lasts beyond the pings' end.
bool Run::beginRound(Timestamp now)
{
    if (!m_trace)
        m_trace.emplace(traceConfig());
    if (!m_view.mayTrace(static_cast<std::size_t>(m_trace->roundSize()))) {
        m_blockedSince = std::min(m_blockedSince.value_or(now), now); // likewise
        m_traceGivenUp = m_pings.finished() && now - *m_blockedSince > tracePatience;
        m_wakeAt = std::min(m_wakeAt, m_traceGivenUp ? now : now + recheck);
        return false;
    }
    m_blockedSince.reset();
    m_tracesTurn = false;
    sendEcho(now);
    driveTrace(now);
    return true;
}

/// An ICMP echo beside each of the first rounds; many testers never answer one.
void Run::sendEcho(Timestamp now)
{
    if (m_echoesSent >= mostEchoes)
        return;
    const Probe probe{.id = ProbeId{firstEchoId + static_cast<std::uint64_t>(m_echoesSent)},
                      .method = Method::IcmpEcho};
    ++m_echoesSent;
    // A send that the kernel refuses leaves this layer out of the record, as a firewall would.
    [[maybe_unused]] const auto sent = m_traceProber->launch(probe, m_config.traceTimeout, now);
}

bool Run::finished(Timestamp now) const
{
    return m_pings.finished() && m_awaiting.empty() && traceFinished(now);
}

std::vector<Observation> Run::abandon()
{
    for (Awaiting &waiting : m_awaiting)
        m_out.push_back(std::move(waiting.observation)); // answered, if only by the socket's stamps
    m_awaiting.clear();
    std::vector<Observation> lost = std::exchange(m_out, {});
    auto pings = m_pingProber.abandon();
    lost.insert(lost.end(), pings.begin(), pings.end());
    if (m_traceProber) {
        auto probes = m_traceProber->abandon();
        lost.insert(lost.end(), probes.begin(), probes.end());
    }
    return lost;
}

TraceEnd Run::traceEnd() const
{
    return m_trace ? m_trace->end() : TraceEnd::NotRun;
}

double Run::done() const
{
    return static_cast<double>(m_pings.textResolved()) / m_wanted;
}

bool Run::mayStop() const
{
    return m_config.leastPings > 0 && m_pings.textResolved() >= m_config.leastPings && !m_pings.finished();
}

void Run::stopPinging()
{
    m_pings.stop();
    m_wanted = m_pings.textSent();
}

bool Run::goOn()
{
    const int more = std::min((m_config.pings + 1) / 2, mostTimesThePings * m_config.pings - m_wanted);
    if (more <= 0)
        return false;
    m_wanted += more;
    m_pings.extend(more);
    return true;
}

} // namespace parallax
