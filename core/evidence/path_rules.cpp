// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/stack.h"
#include "core/evidence/rule_list.h"

#include <algorithm>
#include <cstdlib>

namespace parallax {

namespace {

/// In milliseconds.
double jumpThreshold(const Layers &layers, const SessionRecord &record, const Policy &policy)
{
    return toMilliseconds(policy.jumpThreshold) + 2 * toMilliseconds(gapNoise(layers, record, policy));
}

double jumpWeight(Duration size, double threshold, const Policy &policy)
{
    return std::clamp((toMilliseconds(size) - threshold) / toMilliseconds(policy.jumpScale), policy.jumpLeast,
                      policy.jumpMost);
}

} // namespace

namespace rule {

std::optional<Evidence> endpointLastHop(const Layers &layers, const SessionRecord &record,
                                        const Policy &policy)
{
    const auto jump = endpointJump(layers, record, policy);
    if (!jump || jump->byEcho)
        return std::nullopt;
    const double threshold = jumpThreshold(layers, record, policy);
    const double weight = jumpWeight(jump->size, threshold, policy);
    Evidence evidence{.name = EvidenceName::EndpointLastHop,
                      .finding = Finding::SteadyPath,
                      .value = toMilliseconds(jump->size),
                      .reference = threshold,
                      .unit = Unit::Millisecond};
    if (weight > 0)
        evidence.finding = jump->behindExit ? Finding::JumpBehindExit : Finding::JumpAtEnd;
    return forOrAgainst(evidence, VerdictKind::Tunnel, weight);
}

/// The host that has the tester's address, by its ICMP echo. Where the trace saw the last step too this is
/// the same step once more, so it counts only without one.
std::optional<Evidence> icmpEcho(const Layers &layers, const SessionRecord &record, const Policy &policy)
{
    if (!layers.icmp.min || !layers.endpointFloor)
        return std::nullopt;
    const Duration step = *layers.endpointFloor - *layers.icmp.min;
    const double threshold = jumpThreshold(layers, record, policy);
    Evidence evidence{.name = EvidenceName::IcmpEcho,
                      .finding = Finding::EchoAgrees,
                      .value = toMilliseconds(step),
                      .reference = threshold,
                      .unit = Unit::Millisecond};
    if (toMilliseconds(step) > threshold)
        evidence.finding = Finding::EchoNearer;
    else if (toMilliseconds(step) < -threshold)
        evidence.finding = Finding::EchoFurther;
    const auto jump = endpointJump(layers, record, policy);
    // Later than TCP it says nothing of a tunnel: a proxy on the way, or a host that answers echo late.
    if (!jump || !jump->byEcho || evidence.finding == Finding::EchoFurther)
        return evidence;
    return forOrAgainst(evidence, VerdictKind::Tunnel, jumpWeight(step, threshold, policy));
}

/// Shown where a jump is in question: it then counts less.
std::optional<Evidence> lastMile(const Layers &layers, const SessionRecord &record, const Policy &policy)
{
    const auto jump = endpointJump(layers, record, policy);
    if (!jump || jump->size < policy.jumpThreshold || !variesLikeRadio(layers, policy))
        return std::nullopt;
    return Evidence{.name = EvidenceName::LastMile,
                    .finding = Finding::Present,
                    .value = toMilliseconds(*layers.tcp.median - *layers.tcp.min),
                    .unit = Unit::Millisecond};
}

std::optional<Evidence> pathReach(const Layers &layers, const SessionRecord &record,
                                  const Policy & /*policy*/)
{
    Evidence evidence{.name = EvidenceName::PathReach,
                      .finding = Finding::NotTraced,
                      .unit = Unit::HopCount,
                      .favours = VerdictKind::Inconclusive};
    if (record.timestamps == TimestampSource::Application)
        return evidence;
    if (record.traceEnd == TraceEnd::NotRun && layers.path.hops.empty() && !layers.path.endpoint)
        return std::nullopt; // still to come
    const Hop *last = layers.path.lastHop();
    if (layers.path.endpoint) {
        evidence.finding =
            last || layers.path.endpoint->ttl == 1 ? Finding::ReachedEndpoint : Finding::NoHopAnswered;
        evidence.value = layers.path.endpoint->ttl;
        return evidence;
    }
    evidence.finding = last ? Finding::StoppedShort : Finding::NoHopAnswered;
    if (last)
        evidence.value = last->ttl;
    return evidence;
}

std::optional<Evidence> returnPath(const Layers &layers, const SessionRecord &record, const Policy &policy)
{
    if (!record.tcp.ttl || !layers.path.endpoint)
        return std::nullopt;
    const int there = layers.path.endpoint->ttl - 1;
    const int back = routersPassed(*record.tcp.ttl);
    const bool same = std::abs(there - back) <= policy.returnPathSlack;
    return Evidence{.name = EvidenceName::ReturnPath,
                    .finding = same ? Finding::SameLength : Finding::OtherLength,
                    .value = back,
                    .reference = there,
                    .unit = Unit::HopCount};
}

} // namespace rule

} // namespace parallax
