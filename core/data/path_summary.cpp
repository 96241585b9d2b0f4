// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_summary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace parallax {

namespace {

/// What one flow says of where the path ends.
struct FlowEnd {
    int router = 0; // the furthest TTL that a router answered at
    std::optional<int> end{}; // the nearest that the path's end answered at
};

/// The TTL behind which answers say nothing new: where each flow's path ends, the longest of them. A flow
/// that no router answered on beyond another one's end is no longer than that: its end was not heard there,
/// once.
std::optional<int> lastTtl(const TraceRecord &record)
{
    std::map<int, FlowEnd> flows;
    std::set<int> ends;
    for (const Observation &o : record.observations) {
        if (!o.reply)
            continue;
        FlowEnd &flow = flows[o.probe.flow];
        if (endsPath(o, record.address.address))
            flow.end = std::min<int>(flow.end.value_or(o.probe.ttl), o.probe.ttl);
        else
            flow.router = std::max<int>(flow.router, o.probe.ttl);
    }
    for (const auto &[number, flow] : flows) {
        if (flow.end)
            ends.insert(*flow.end);
    }
    std::optional<int> last;
    for (const auto &[number, flow] : flows) {
        if (!flow.end)
            continue;
        const auto nearest = ends.upper_bound(flow.router);
        const int end = nearest == ends.end() ? *flow.end : std::min(*nearest, *flow.end);
        last = std::max(last.value_or(end), end);
    }
    return last;
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

double shareLost(const HopLoss &hop)
{
    return static_cast<double>(hop.unanswered) / hop.sent;
}

void tellRateLimits(std::vector<PathHop> &hops)
{
    std::vector<HopLoss> losses;
    losses.reserve(hops.size());
    for (const PathHop &hop : hops)
        losses.push_back({hop.sent, hop.unanswered});
    const std::vector<int> limited = rateLimited(losses);
    for (std::size_t at = 0; at < hops.size(); ++at)
        hops[at].rateLimited = limited[at];
}

/// A host limits the ICMP that answers UDP (RFC 1812, 4.3.2.8; Linux: six at once, one a second). A trace
/// asks it once for each TTL that lies behind it, all at the same moment. Which of its own probes such a host
/// would leave unanswered; the others' loss is loss.
int starvedProbes(const std::vector<const Observation *> &ordered, int target)
{
    constexpr double burst = 6.0;
    constexpr Duration each = std::chrono::seconds(1);
    double allowance = burst;
    Timestamp before{};
    int starved = 0;
    for (const Observation *o : ordered) {
        if (o->probe.ttl < target)
            continue;
        const Duration since = std::max(Duration{}, o->probe.sent - before);
        allowance = std::min(burst, allowance + std::chrono::duration<double>(since) / each);
        before = o->probe.sent;
        if (allowance >= 1.0)
            allowance -= 1.0;
        else if (o->probe.ttl == target)
            ++starved;
    }
    return starved;
}

} // namespace

std::vector<int> rateLimited(const std::vector<HopLoss> &hops)
{
    std::vector<int> limited(hops.size());
    double leastFurther = 1.0;
    for (std::size_t at = hops.size(); at-- > 0;) {
        const HopLoss &hop = hops[at];
        if (hop.sent == 0)
            continue; // says nothing
        const double excess = shareLost(hop) - leastFurther;
        if (excess > 0.0 && hop.unanswered < hop.sent)
            limited[at] = static_cast<int>(std::lround(excess * hop.sent));
        leastFurther = std::min(leastFurther, shareLost(hop));
    }
    return limited;
}

std::vector<Duration> PathHop::rtts() const
{
    std::vector<Duration> all;
    for (const Responder &responder : responders)
        all.insert(all.end(), responder.rtts.begin(), responder.rtts.end());
    return all;
}

PathSummary summarizePath(const TraceRecord &record)
{
    const auto last = lastTtl(record);
    std::map<int, PathHop> hops;
    std::vector<const Observation *> ordered;
    for (const Observation &o : record.observations)
        ordered.push_back(&o);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto *a, const auto *b) { return a->probe.id < b->probe.id; });
    for (const Observation *o : ordered) {
        if (last && o->probe.ttl > *last)
            continue;
        PathHop &hop = hops[o->probe.ttl];
        ++hop.sent;
        if (!o->reply) {
            ++hop.unanswered;
            continue;
        }
        hop.last = o->rtt();
        responderIn(hop, *o->reply).rtts.push_back(*hop.last);
    }
    for (const Probe &probe : record.notSent) {
        if (!last || probe.ttl <= *last)
            ++hops[probe.ttl].notSent;
    }
    PathSummary summary;
    for (auto &[ttl, hop] : hops) {
        hop.ttl = ttl;
        summary.hops.push_back(std::move(hop));
    }
    tellRateLimits(summary.hops);
    for (const Observation *o : ordered) {
        if (reachedTarget(*o, record.address.address))
            summary.reachedTtl = std::min<int>(summary.reachedTtl.value_or(o->probe.ttl), o->probe.ttl);
    }
    if (summary.reachedTtl && summary.reachedTtl == last && record.method == Method::UdpDatagram) {
        PathHop &target = summary.hops.back();
        if (target.unanswered < target.sent)
            target.rateLimited = std::min(target.unanswered, starvedProbes(ordered, target.ttl));
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
