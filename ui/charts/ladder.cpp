// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ladder.h"

#include "core/data/summary.h"

#include <algorithm>

namespace parallax {

namespace {

Rung hopRung(const Hop &hop)
{
    return {.kind = hop.address ? Rung::Kind::Hop : Rung::Kind::Silent,
            .firstTtl = hop.ttl,
            .lastTtl = hop.ttl,
            .address = hop.address ? QString::fromStdString(hop.address->toString()) : QString(),
            .min = hop.rtt.min,
            .p95 = hop.rtt.p95,
            .sent = hop.sent,
            .received = hop.rtt.count};
}

void addHops(std::vector<Rung> &rungs, const Path &path)
{
    for (const Hop &hop : path.hops) {
        const Rung rung = hopRung(hop);
        if (rung.kind == Rung::Kind::Silent && !rungs.empty() && rungs.back().kind == Rung::Kind::Silent) {
            rungs.back().lastTtl = hop.ttl;
            rungs.back().sent += hop.sent;
            continue;
        }
        rungs.push_back(rung);
    }
}

int sentBy(const SessionRecord &record, Method method)
{
    return static_cast<int>(
        std::count_if(record.observations.begin(), record.observations.end(),
                      [method](const Observation &o) { return o.probe.method == method; }));
}

/// What answers for TCP: its own answers to the trace and its acknowledgements of pings.
std::optional<Rung> endpointRung(const SessionRecord &record, const Path &path)
{
    std::vector<Duration> samples = layerRtt(record, Method::TcpSegment).samples;
    if (path.endpoint)
        samples.insert(samples.end(), path.endpoint->rtt.samples.begin(), path.endpoint->rtt.samples.end());
    const RttSummary rtt = summarise(std::move(samples));
    Rung rung{.kind = Rung::Kind::Endpoint,
              .firstTtl = path.endpoint ? path.endpoint->ttl : 0,
              .min = rtt.min,
              .p95 = rtt.p95,
              .sent = rtt.count,
              .received = rtt.count};
    if (!rung.min)
        rung.min = record.tcp.minRtt ? record.tcp.minRtt : record.tcp.handshakeRtt;
    if (!rung.min)
        return std::nullopt;
    return rung;
}

std::optional<Rung> browserRung(const SessionRecord &record)
{
    const RttSummary rtt = layerRtt(record, Method::WebSocketText);
    if (!rtt.min)
        return std::nullopt;
    return Rung{.kind = Rung::Kind::Browser,
                .min = rtt.min,
                .p95 = rtt.p95,
                .sent = sentBy(record, Method::WebSocketText),
                .received = rtt.count};
}

const Evidence *findingOf(const SessionRecord &record, EvidenceName name)
{
    const auto &all = record.verdict.evidence;
    const auto found =
        std::find_if(all.begin(), all.end(), [name](const Evidence &e) { return e.name == name; });
    return found == all.end() ? nullptr : &*found;
}

/// Whom the jump between TCP's endpoint and the browser speaks for, if it is one.
std::optional<VerdictKind> browserJump(const SessionRecord &record)
{
    for (const EvidenceName name : {EvidenceName::WebSocketTcpGap, EvidenceName::WebSocketEndpointGap}) {
        const Evidence *evidence = findingOf(record, name);
        if (evidence && evidence->finding == Finding::LayersApart)
            return evidence->favours;
    }
    return std::nullopt;
}

std::optional<VerdictKind> endpointJump(const SessionRecord &record)
{
    const Evidence *evidence = findingOf(record, EvidenceName::EndpointLastHop);
    if (evidence && (evidence->finding == Finding::JumpBehindExit || evidence->finding == Finding::JumpAtEnd))
        return evidence->favours;
    return std::nullopt;
}

void markGap(Rung &rung, std::optional<Duration> below, std::optional<VerdictKind> favours)
{
    if (favours && below && rung.min && *rung.min > *below)
        rung.gap = RungGap{*below, *favours};
}

} // namespace

std::vector<Rung> ladderOf(const SessionRecord &record)
{
    const Path path = pathOf(record);
    std::vector<Rung> rungs;
    addHops(rungs, path);
    const Hop *before = hopBeforeStep(path, record.tester.peer.address);
    auto endpoint = endpointRung(record, path);
    auto browser = browserRung(record);
    if (endpoint) {
        markGap(*endpoint, before ? before->rtt.min : std::nullopt, endpointJump(record));
        rungs.push_back(*endpoint);
    }
    if (browser) {
        markGap(*browser, endpoint ? endpoint->min : std::nullopt, browserJump(record));
        rungs.push_back(*browser);
    }
    return rungs;
}

} // namespace parallax
