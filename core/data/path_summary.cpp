// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_summary.h"

#include "core/data/flow_end.h"
#include "core/data/rate_limit.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace parallax {

namespace {

/// Where each flow's path ends.
struct PathEnds {
    std::map<int, int> byFlow{}; // of those that the target answered
    std::optional<int> last{}; // the longest: the TTL behind which answers say nothing new

    /// A flow whose end was not heard may be as long as the longest. So may one that was refused: what it
    /// sent behind the refusal is lost there.
    int endOf(const Probe &probe, int longest) const
    {
        const auto known = byFlow.find(probe.flow);
        return known == byFlow.end() ? longest : known->second;
    }

    /// It was asked behind the end: of all flows, or of its own, where nobody waits for an answer.
    bool areBefore(const Observation &o, const IpAddress &target) const
    {
        const int ttl = o.probe.ttl;
        const bool lost = !o.reply || wasRefused(o, target);
        return last && (ttl > *last || (lost && ttl > endOf(o.probe, *last)));
    }
};

/// A flow that no router answered on beyond another one's end is no longer than that: its end was not heard
/// there, once.
PathEnds pathEnds(const TraceRecord &record)
{
    std::map<int, FlowEnd> flows;
    std::set<int> reached;
    for (const Observation &o : record.observations)
        flows[o.probe.flow].add(o, record.address.address);
    for (const auto &[number, flow] : flows) {
        if (flow.reached)
            reached.insert(*flow.reached);
    }
    PathEnds ends;
    for (const auto &[number, flow] : flows) {
        const auto own = flow.end();
        if (!own)
            continue;
        const auto nearest = reached.upper_bound(flow.router);
        const int end = nearest == reached.end() ? *own : std::min(*nearest, *own);
        if (flow.reached)
            ends.byFlow[number] = end;
        ends.last = std::max(ends.last.value_or(end), end);
    }
    return ends;
}

Responder &responderIn(PathHop &hop, const Reply &reply)
{
    const auto known = std::find_if(hop.responders.begin(), hop.responders.end(),
                                    [&](const Responder &r) { return r.address == reply.from; });
    if (known != hop.responders.end())
        return *known;
    hop.responders.push_back({.address = reply.from, .first = reply});
    return hop.responders.back();
}

/// A hop in the making, and what each flow lost there.
struct CountedHop {
    PathHop hop{};
    std::vector<HopLoss> byFlow{};

    /// Who refused is a hop only where the path ends in that.
    void add(const Observation &o, bool wasRefused, bool isEnd)
    {
        byFlow.resize(std::max(byFlow.size(), o.probe.flow + std::size_t{1}));
        HopLoss &flow = byFlow[o.probe.flow];
        ++hop.sent;
        ++flow.sent;
        hop.refused += wasRefused ? 1 : 0;
        if (!o.reply || (wasRefused && !isEnd)) {
            ++hop.unanswered;
            ++flow.unanswered;
            return;
        }
        hop.last = o.rtt();
        responderIn(hop, *o.reply).rtts.push_back(*hop.last);
    }
};

/// Those of a hop's unanswered that nobody refused.
int silentProbes(const PathHop &hop)
{
    return std::max(0, hop.unanswered - hop.refused);
}

std::vector<PathHop> finished(std::map<int, CountedHop> &counted)
{
    std::vector<PathHop> hops;
    std::vector<HopLoss> losses;
    for (auto &[ttl, count] : counted) {
        count.hop.ttl = ttl;
        losses.push_back({.sent = count.hop.sent,
                          .unanswered = count.hop.unanswered,
                          .branchIsSilent = hasSilentBranch(count.byFlow)});
        hops.push_back(std::move(count.hop));
    }
    const std::vector<int> limited = rateLimited(losses);
    for (std::size_t at = 0; at < hops.size(); ++at)
        hops[at].rateLimited = std::min(limited[at], silentProbes(hops[at]));
    return hops;
}

/// Nobody answered at that TTL but who refused.
bool isRefusal(const TraceRecord &record, int ttl)
{
    return std::none_of(record.observations.begin(), record.observations.end(), [&](const Observation &o) {
        return o.probe.ttl == ttl && o.reply && !wasRefused(o, record.address.address);
    });
}

/// The target says by ICMP at that TTL that it was reached, and never by an answer of its own: that one hosts
/// do not limit.
bool answersByIcmp(const TraceRecord &record, int ttl)
{
    bool answered = false;
    for (const Observation &o : record.observations) {
        if (!reachedTarget(o, record.address.address))
            continue;
        if (o.reply->kind != ReplyKind::Unreachable)
            return false;
        answered = answered || o.probe.ttl == ttl;
    }
    return answered;
}

/// A host limits the ICMP that answers UDP (RFC 1812, 4.3.2.8; Linux: six at once, one a second). A trace
/// asks it once for each TTL and flow that lies behind it, all at the same moment. Which of its own probes,
/// at the last TTL, such a host would leave unanswered; the others' loss is loss.
int starvedProbes(const std::vector<const Observation *> &ordered, const PathEnds &ends, int last)
{
    constexpr double burst = 6.0;
    constexpr Duration each = std::chrono::seconds(1);
    double allowance = burst;
    Timestamp before{};
    int starved = 0;
    for (const Observation *o : ordered) {
        const int end = ends.endOf(o->probe, last);
        if (o->probe.ttl < end)
            continue;
        const Duration since = std::max(Duration{}, o->probe.sent - before);
        allowance = std::min(burst, allowance + std::chrono::duration<double>(since) / each);
        before = o->probe.sent;
        if (allowance >= 1.0)
            allowance -= 1.0;
        else if (end == last && o->probe.ttl == last)
            ++starved;
    }
    return starved;
}

} // namespace

std::vector<Duration> PathHop::rtts() const
{
    std::vector<Duration> all;
    for (const Responder &responder : responders)
        all.insert(all.end(), responder.rtts.begin(), responder.rtts.end());
    return all;
}

PathSummary summarizePath(const TraceRecord &record)
{
    const PathEnds ends = pathEnds(record);
    const auto last = ends.last;
    const IpAddress &target = record.address.address;
    std::map<int, CountedHop> hops;
    std::vector<const Observation *> ordered;
    for (const Observation &o : record.observations)
        ordered.push_back(&o);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto *a, const auto *b) { return a->probe.id < b->probe.id; });
    const bool endsRefused = last && isRefusal(record, *last);
    for (const Observation *o : ordered) {
        const int ttl = o->probe.ttl;
        if (!ends.areBefore(*o, target))
            hops[ttl].add(*o, wasRefused(*o, target), endsRefused && ttl == *last);
    }
    for (const Probe &probe : record.notSent) {
        if (!last || probe.ttl <= *last)
            ++hops[probe.ttl].hop.notSent;
    }
    PathSummary summary{.hops = finished(hops)};
    for (const Observation *o : ordered) {
        if (reachedTarget(*o, target))
            summary.reachedTtl = std::min<int>(summary.reachedTtl.value_or(o->probe.ttl), o->probe.ttl);
    }
    if (last && record.method == Method::UdpDatagram && answersByIcmp(record, *last)) {
        PathHop &hop = summary.hops.back();
        if (hop.unanswered < hop.sent)
            hop.rateLimited = std::min(silentProbes(hop), starvedProbes(ordered, ends, *last));
    }
    return summary;
}

std::optional<int> returnLength(std::uint8_t receivedTtl)
{
    constexpr std::array<int, 4> initial{32, 64, 128, 255};
    if (receivedTtl == 0)
        return std::nullopt;
    return *std::lower_bound(initial.begin(), initial.end(), int{receivedTtl}) - receivedTtl;
}

} // namespace parallax
