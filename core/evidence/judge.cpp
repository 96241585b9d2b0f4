// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/judge.h"

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

struct Scores {
    double proxy = 0.0; // log-odds against "direct"
    double tunnel = 0.0;
};

double signedWeight(const Evidence &evidence)
{
    return evidence.favours == VerdictKind::Direct ? -evidence.weight : evidence.weight;
}

double weightOf(const Verdict &verdict, EvidenceName name)
{
    const auto found = std::find_if(verdict.evidence.begin(), verdict.evidence.end(),
                                    [name](const Evidence &evidence) { return evidence.name == name; });
    return found == verdict.evidence.end() ? 0.0 : signedWeight(*found);
}

bool has(const Verdict &verdict, EvidenceName name)
{
    return std::any_of(verdict.evidence.begin(), verdict.evidence.end(),
                       [name](const Evidence &evidence) { return evidence.name == name; });
}

bool found(const Verdict &verdict, Finding finding)
{
    return std::any_of(verdict.evidence.begin(), verdict.evidence.end(),
                       [finding](const Evidence &evidence) { return evidence.finding == finding; });
}

/// A tunnel needs two signs that do not depend on each other: a radio link jumps too, PPPoE shortens the
/// segments too, and not all who browse from abroad or from a data centre do so through a tunnel. One alone
/// makes the case open, not decided.
double tunnelScore(const Verdict &verdict, const Policy &policy)
{
    // Mobile networks have small segments and a long last step without any tunnel, but their round trips
    // vary.
    const bool radio = has(verdict, EvidenceName::LastMile) && !found(verdict, Finding::TunnelSize);
    // One of them only has a weight: both are the same step.
    const double jump =
        weightOf(verdict, EvidenceName::EndpointLastHop) + weightOf(verdict, EvidenceName::IcmpEcho);
    const double size = weightOf(verdict, EvidenceName::MaximumSegmentSize);
    const double other = (radio ? std::min(size, 0.0) : size)
        + weightOf(verdict, EvidenceName::HostingNetwork) + weightOf(verdict, EvidenceName::TimeZoneCountry)
        + (found(verdict, Finding::HeldBack) ? policy.heldBack : 0.0);
    if (jump == 0)
        return std::min(other, policy.loneSign) + policy.tunnelPrior + policy.unknownPath;
    if (jump > 0 && other > 0)
        return jump + other;
    if (jump > 0)
        return std::min(jump, policy.loneSign) + policy.tunnelPrior + other / 5; // a long last mile: open
    return jump + other + policy.tunnelPrior;
}

std::optional<Duration> detourOf(const Verdict &verdict, const Layers &layers, const SessionRecord &record,
                                 const Policy &policy)
{
    if (verdict.kind == VerdictKind::Tunnel) {
        const auto jump = endpointJump(layers, record, policy);
        return jump ? std::optional(jump->size) : std::nullopt;
    }
    const auto gap = layerGap(layers, record, policy);
    return gap ? std::optional(std::max(*gap, Duration::zero())) : std::nullopt;
}

std::vector<EvidenceName> strongestFirst(const Verdict &verdict)
{
    std::vector<Evidence> sorted;
    std::copy_if(
        verdict.evidence.begin(), verdict.evidence.end(), std::back_inserter(sorted),
        [&](const Evidence &evidence) { return evidence.favours == verdict.kind && evidence.weight > 0; });
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Evidence &a, const Evidence &b) { return a.weight > b.weight; });
    std::vector<EvidenceName> names;
    names.reserve(sorted.size());
    for (const Evidence &evidence : sorted)
        names.push_back(evidence.name);
    return names;
}

std::vector<Remedy> remediesFor(const Verdict &verdict, const Layers &layers, const SessionRecord &record,
                                const Policy &policy)
{
    if (record.tester.behindReverseProxy)
        return {Remedy::TrustedProxyOption, Remedy::OpenFromElsewhere};
    std::vector<Remedy> remedies;
    if (record.timestamps == TimestampSource::Application)
        remedies.push_back(Remedy::RunWithPrivileges);
    const bool gapIsOpen = std::abs(weightOf(verdict, EvidenceName::WebSocketEndpointGap)) < policy.openGap;
    const bool spreadMatters = gapIsOpen && gapNoise(layers, record, policy) > policy.spreadThatMatters;
    if (layers.text.count < 2 * policy.leastPings || spreadMatters)
        remedies.push_back(Remedy::MorePings);
    if (gapNoise(layers, record, policy) > policy.gapThreshold / 2)
        remedies.push_back(Remedy::QuieterLink);
    remedies.push_back(Remedy::AnotherNetwork);
    return remedies;
}

/// Chooses the most probable kind, or none.
void decide(Verdict &verdict, const Scores &scores, const Policy &policy)
{
    const double direct = 1.0;
    const double proxy = std::exp(scores.proxy);
    const double tunnel = std::exp(scores.tunnel);
    const double all = direct + proxy + tunnel;
    verdict.kind = VerdictKind::Direct;
    verdict.confidence = direct / all;
    if (proxy / all > verdict.confidence) {
        verdict.kind = VerdictKind::Proxy;
        verdict.confidence = proxy / all;
    }
    if (tunnel / all > verdict.confidence) {
        verdict.kind = VerdictKind::Tunnel;
        verdict.confidence = tunnel / all;
    }
    if (verdict.confidence < policy.decided)
        verdict.kind = VerdictKind::Inconclusive;
}

} // namespace

Verdict judge(const SessionRecord &record, const Policy &policy)
{
    Verdict verdict;
    const Layers layers = layersOf(record);
    for (const Rule rule : rules()) {
        if (auto evidence = rule(layers, record, policy))
            verdict.evidence.push_back(*evidence);
    }
    const bool enough = has(verdict, EvidenceName::WebSocketEndpointGap);
    if (enough && !record.tester.behindReverseProxy) {
        decide(verdict,
               {.proxy = weightOf(verdict, EvidenceName::WebSocketEndpointGap)
                    + (found(verdict, Finding::HeldBack)
                           ? 0.0
                           : std::max(0.0, weightOf(verdict, EvidenceName::ControlTextGap)))
                    + weightOf(verdict, EvidenceName::StackUserAgent)
                    + weightOf(verdict, EvidenceName::PageAddress)
                    + weightOf(verdict, EvidenceName::ForwardingHeaders) + policy.proxyPrior,
                .tunnel = tunnelScore(verdict, policy)},
               policy);
        verdict.detour = detourOf(verdict, layers, record, policy);
    }
    verdict.decidedBy = strongestFirst(verdict);
    if (verdict.kind == VerdictKind::Inconclusive)
        verdict.wouldSettle = remediesFor(verdict, layers, record, policy);
    return verdict;
}

bool morePingsMayDecide(const Verdict &verdict)
{
    const auto &settle = verdict.wouldSettle;
    return std::find(settle.begin(), settle.end(), Remedy::MorePings) != settle.end();
}

bool intervalHasDecided(const Verdict &verdict)
{
    if (verdict.kind == VerdictKind::Inconclusive)
        return false;
    return std::any_of(verdict.evidence.begin(), verdict.evidence.end(), [](const Evidence &evidence) {
        return evidence.name == EvidenceName::WebSocketTcpGap && evidence.interval
            && (evidence.interval->high < evidence.reference || evidence.interval->low > evidence.reference);
    });
}

} // namespace parallax
