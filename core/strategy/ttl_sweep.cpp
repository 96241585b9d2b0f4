// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/ttl_sweep.h"

#include <algorithm>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr int widthOfLane = 16; // TTLs asked at once, as Linux traceroute does
constexpr Duration flowGap = 2ms; // a router is not asked twice at the same moment: it limits its ICMP
constexpr Duration slack = 10ms; // on top of what neighbours took: a router answers when it has time
constexpr Duration tailPlace = 300ms; // until then a silent tail keeps further TTLs from being asked
constexpr double tailFactor = 4.0;
constexpr Duration blindPatience = 2s; // where nobody has answered yet

Duration times(Duration rtt, double factor)
{
    return std::chrono::duration_cast<Duration>(rtt * factor);
}

} // namespace

TtlSweep::TtlSweep(TtlSweepConfig config)
    : m_config(config)
    , m_nextId(config.firstId)
{
    m_config.maxTtl = std::clamp(config.maxTtl, 1, mostTtl);
    m_config.firstTtl = std::clamp(config.firstTtl, 1, m_config.maxTtl);
    m_flows.assign(static_cast<std::size_t>(std::max(1, config.flows)), Flow{.last = m_config.maxTtl});
    const bool mayHold = config.expectedEnd >= m_config.firstTtl; // or no probe would end it
    const int holdsBehind = mayHold ? config.expectedEnd : mostTtl;
    for (int repeat = 0; repeat < std::max(1, config.probesPerHop); ++repeat) {
        for (std::size_t flow = 0; flow < m_flows.size(); ++flow)
            m_lanes.push_back({.flow = static_cast<std::uint8_t>(flow),
                               .nextTtl = m_config.firstTtl,
                               .holdsBehind = holdsBehind});
    }
}

int TtlSweep::lastTtl(const Lane &lane) const
{
    return m_flows[lane.flow].last;
}

bool TtlSweep::lanesDone() const
{
    return std::all_of(m_lanes.begin(), m_lanes.end(),
                       [this](const Lane &lane) { return lane.nextTtl > lastTtl(lane); });
}

/// What the hop itself and the next one that answered suggest.
std::optional<Duration> TtlSweep::neighbours(int ttl) const
{
    std::optional<Duration> suggested;
    if (const auto here = m_longest[static_cast<std::size_t>(ttl)])
        suggested = times(*here, m_config.patience.here) + slack;
    for (int next = ttl + 1; next <= m_furthest; ++next) {
        if (const auto further = m_longest[static_cast<std::size_t>(next)])
            return std::max(suggested.value_or(0ns), times(*further, m_config.patience.near) + slack);
    }
    return suggested;
}

/// Where all is refused, and not all of it with a word, the rest is waited for as long as a refusal took.
/// What was sent before the first one may have passed: firewalls let some through and refuse what comes too
/// often.
std::optional<Duration> TtlSweep::refusalPatience(const Pending &pending) const
{
    const Flow &flow = m_flows[m_lanes[pending.lane].flow];
    const auto refusal = flow.end.refusal();
    if (!refusal || flow.end.isContradictory() || pending.ttl < *refusal || pending.id < *flow.firstRefused)
        return std::nullopt;
    return times(flow.refusal, m_config.patience.here) + slack;
}

Duration TtlSweep::patience(const Pending &pending) const
{
    auto suggested = refusalPatience(pending);
    if (!suggested)
        suggested = neighbours(pending.ttl);
    if (!suggested)
        suggested = std::max(m_config.patience.tail, m_heard ? placePatience(pending.ttl) : blindPatience);
    // Answers of earlier rounds had at least the next one's time: in the last one they must not be lost.
    return std::min(std::max(*suggested, m_config.roundGap), m_config.patience.most);
}

/// After this long a probe no longer keeps others from being sent.
Duration TtlSweep::placePatience(int ttl) const
{
    if (const auto suggested = neighbours(ttl))
        return *suggested;
    return std::max(tailPlace, times(m_longestRtt, tailFactor));
}

/// Where the clock was set back, what is under way is waited for as long as before.
void TtlSweep::followClock(Timestamp now)
{
    const Duration back = std::max(Duration{}, m_now - now);
    m_now = now;
    if (back == Duration{})
        return;
    m_earliest -= back;
    for (Lane &lane : m_lanes)
        lane.starts -= back;
    for (Pending &pending : m_pending)
        pending.sent -= back;
}

/// From here on it keeps no others from being sent.
void TtlSweep::leavePlace(Pending &pending)
{
    Lane &lane = m_lanes[pending.lane];
    lane.inFlight -= pending.holdsPlace ? 1 : 0;
    pending.holdsPlace = false;
    if (pending.ttl >= lane.holdsBehind)
        lane.holdsBehind = mostTtl;
}

void TtlSweep::giveUp(Timestamp now)
{
    for (Pending &pending : m_pending) {
        if (now >= pending.sent + placePatience(pending.ttl))
            leavePlace(pending);
    }
    std::erase_if(m_pending, [&](Pending &pending) {
        const auto reached = m_flows[m_lanes[pending.lane].flow].end.reached;
        const bool beyond = reached && pending.ttl > *reached;
        if (!beyond && now < pending.sent + patience(pending))
            return false;
        leavePlace(pending);
        return true;
    });
}

std::optional<std::size_t> TtlSweep::laneToServe(Timestamp now) const
{
    int inFlight = 0;
    for (const Lane &lane : m_lanes)
        inFlight += lane.inFlight;
    if (m_config.maxInFlight > 0 && inFlight >= m_config.maxInFlight)
        return std::nullopt;
    for (std::size_t at = 0; at < m_lanes.size(); ++at) {
        const Lane &lane = m_lanes[at];
        const bool hasPlace = m_config.maxInFlight > 0 || lane.inFlight < widthOfLane;
        const bool hasNext = lane.nextTtl <= std::min(lastTtl(lane), lane.holdsBehind);
        if (hasNext && now >= lane.starts && hasPlace)
            return at;
    }
    return std::nullopt;
}

Timestamp TtlSweep::wakeAt(Timestamp now) const
{
    Timestamp wake = Timestamp::max();
    for (const Pending &pending : m_pending) {
        wake = std::min(wake, pending.sent + patience(pending));
        if (pending.holdsPlace)
            wake = std::min(wake, pending.sent + placePatience(pending.ttl));
    }
    for (const Lane &lane : m_lanes) {
        if (lane.starts > now)
            wake = std::min(wake, lane.starts);
    }
    return m_earliest > now ? std::min(wake, m_earliest) : wake;
}

Send TtlSweep::probe(std::size_t at, Timestamp now)
{
    Lane &lane = m_lanes[at];
    const int ttl = lane.nextTtl++;
    const ProbeId id{m_nextId++};
    ++lane.inFlight;
    m_earliest = now + m_config.gap;
    m_pending.push_back({.id = id, .lane = at, .ttl = ttl, .sent = now});
    return {.probe = {.id = id,
                      .method = m_config.method,
                      .ttl = static_cast<std::uint8_t>(ttl),
                      .dscp = m_config.dscp,
                      .ecn = m_config.ecn,
                      .flow = static_cast<std::uint8_t>(m_config.firstFlow + lane.flow),
                      .length = m_config.length},
            .timeout = m_config.patience.most};
}

Step TtlSweep::next(Timestamp now)
{
    if (!m_started) {
        m_started = true;
        const int flows = static_cast<int>(m_flows.size());
        for (int at = 0; at < static_cast<int>(m_lanes.size()); ++at)
            m_lanes[static_cast<std::size_t>(at)].starts =
                now + m_config.roundGap * (at / flows) + flowGap * (at % flows);
    }
    followClock(now);
    giveUp(now);
    if (now >= m_earliest) {
        if (const auto lane = laneToServe(now))
            return probe(*lane, now);
    }
    if (m_pending.empty() && lanesDone()) {
        m_finished = true;
        return Done{};
    }
    return Wait{wakeAt(now)};
}

void TtlSweep::settle(ProbeId id)
{
    const auto found = std::find_if(m_pending.begin(), m_pending.end(),
                                    [id](const Pending &pending) { return pending.id == id; });
    if (found == m_pending.end())
        return;
    leavePlace(*found);
    m_pending.erase(found);
}

TtlSweep::Flow &TtlSweep::flowOf(const Probe &probe)
{
    const int flow = std::max(0, probe.flow - m_config.firstFlow);
    return m_flows[std::min(static_cast<std::size_t>(flow), m_flows.size() - 1)];
}

/// It says nothing of how long the hops take: who refuses may stand before them.
void TtlSweep::noteRefusal(Flow &flow, const Observation &observation)
{
    const ProbeId id = observation.probe.id;
    flow.firstRefused = std::min(flow.firstRefused.value_or(id), id);
    flow.refusal = std::max(flow.refusal, *observation.rtt());
}

void TtlSweep::noteAnswer(const Observation &observation)
{
    const int ttl = observation.probe.ttl;
    auto &longest = m_longest[static_cast<std::size_t>(ttl)];
    longest = std::max(longest.value_or(0ns), *observation.rtt());
    m_longestRtt = std::max(m_longestRtt, *longest);
    m_furthest = std::max(m_furthest, ttl);
}

void TtlSweep::observe(const Observation &observation)
{
    settle(observation.probe.id);
    if (!observation.reply)
        return;
    m_heard = true;
    Flow &flow = flowOf(observation.probe);
    if (wasRefused(observation, m_config.target))
        noteRefusal(flow, observation);
    else
        noteAnswer(observation);
    flow.end.add(observation, m_config.target);
    flow.last = flow.end.end().value_or(m_config.maxTtl);
}

std::optional<int> TtlSweep::endTtl() const
{
    if (std::none_of(m_flows.begin(), m_flows.end(),
                     [](const Flow &flow) { return flow.end.end().has_value(); }))
        return std::nullopt;
    return std::max_element(m_flows.begin(), m_flows.end(),
                            [](const Flow &a, const Flow &b) { return a.last < b.last; })
        ->last;
}

PathEnd TtlSweep::end() const
{
    const auto any = [this](auto &&is) { return std::any_of(m_flows.begin(), m_flows.end(), is); };
    if (any([](const Flow &flow) { return flow.end.reached.has_value(); }))
        return PathEnd::Reached;
    if (any([](const Flow &flow) { return flow.end.refusal().has_value(); }))
        return PathEnd::Unreachable;
    if (!m_finished)
        return PathEnd::Interrupted;
    return m_longest[static_cast<std::size_t>(m_config.maxTtl)] ? PathEnd::MaxTtl : PathEnd::Silent;
}

} // namespace parallax
