// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/summary.h"

#include "core/base/statistics.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace parallax {

namespace {

std::optional<std::uint8_t> endpointTtl(const SessionRecord &record)
{
    std::optional<std::uint8_t> nearest;
    for (const Observation &observation : record.observations) {
        if (observation.isEndpoint())
            nearest = std::min(nearest.value_or(observation.probe.ttl), observation.probe.ttl);
    }
    return nearest;
}

/// All that is known of one TTL while its observations are gathered.
struct HopSamples {
    Hop hop;
    std::vector<Duration> samples;
    std::map<IpAddress, int> answers;
};

void gather(HopSamples &into, const Observation &observation)
{
    ++into.hop.sent;
    if (!observation.isHop())
        return;
    into.samples.push_back(*observation.rtt());
    ++into.answers[observation.reply->from];
    if (const auto &quote = observation.reply->quote) {
        into.hop.dscp = quote->dscp;
        into.hop.mpls = quote->mpls;
    }
}

Hop finished(std::uint8_t ttl, HopSamples gathered)
{
    gathered.hop.ttl = ttl;
    gathered.hop.rtt = summarise(std::move(gathered.samples));
    const auto most = std::max_element(gathered.answers.begin(), gathered.answers.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    if (most != gathered.answers.end())
        gathered.hop.address = most->first;
    return gathered.hop;
}

std::optional<Duration> difference(std::optional<Duration> a, std::optional<Duration> b)
{
    if (!a || !b)
        return std::nullopt;
    return *a - *b;
}

} // namespace

RttSummary summarise(std::vector<Duration> samples)
{
    RttSummary summary;
    summary.count = static_cast<int>(samples.size());
    summary.min = minimum(samples);
    summary.median = median(samples);
    summary.p95 = percentile(samples, 0.95);
    summary.samples = std::move(samples);
    return summary;
}

RttSummary layerRtt(const SessionRecord &record, Method method)
{
    std::vector<Duration> samples;
    for (const Observation &observation : record.observations) {
        if (observation.probe.method == method && observation.reply)
            samples.push_back(*observation.rtt());
    }
    return summarise(std::move(samples));
}

const Hop *Path::lastHop() const
{
    const auto last =
        std::find_if(hops.rbegin(), hops.rend(), [](const Hop &hop) { return hop.address.has_value(); });
    return last == hops.rend() ? nullptr : &*last;
}

Path pathOf(const SessionRecord &record)
{
    const auto nearest = endpointTtl(record);
    std::map<std::uint8_t, HopSamples> byTtl;
    std::vector<Duration> endpointSamples;
    std::uint8_t furthest = 0;
    for (const Observation &observation : record.observations) {
        if (observation.probe.method != Method::ZeroTrace)
            continue;
        if (observation.isEndpoint())
            endpointSamples.push_back(*observation.rtt());
        if (!observation.isEndpoint() && (!nearest || observation.probe.ttl < *nearest))
            gather(byTtl[observation.probe.ttl], observation);
        if (observation.isHop())
            furthest = std::max(furthest, observation.probe.ttl);
    }
    Path path;
    if (nearest)
        path.endpoint = EndpointHop{*nearest, summarise(std::move(endpointSamples))};
    for (auto &[ttl, gathered] : byTtl) {
        if (nearest || ttl <= furthest)
            path.hops.push_back(finished(ttl, std::move(gathered)));
    }
    return path;
}

const Hop *hopBeforeStep(const Path &path, const IpAddress &tester)
{
    const auto exit = std::find_if(path.hops.begin(), path.hops.end(),
                                   [&](const Hop &hop) { return hop.address == tester; });
    return exit == path.hops.end() ? path.lastHop() : &*exit;
}

std::vector<Duration> pairedGaps(const SessionRecord &record)
{
    std::unordered_map<std::uint64_t, Timestamp> acknowledged;
    for (const Observation &observation : record.observations) {
        if (observation.probe.method == Method::TcpSegment && observation.reply)
            acknowledged[static_cast<std::uint64_t>(observation.probe.id)] = observation.reply->received;
    }
    std::vector<Duration> gaps;
    for (const Observation &observation : record.observations) {
        if (observation.probe.method != Method::WebSocketText || !observation.reply)
            continue;
        const auto found = acknowledged.find(static_cast<std::uint64_t>(observation.probe.id));
        if (found != acknowledged.end())
            gaps.push_back(observation.reply->received - found->second);
    }
    return gaps;
}

Gaps gapsOf(const SessionRecord &record)
{
    const Path path = pathOf(record);
    const Hop *last = path.lastHop();
    const auto lastHop = last ? last->rtt.min : std::nullopt;
    const auto endpoint = path.endpoint ? path.endpoint->rtt.min : std::nullopt;
    return {.webSocketTcp = median(pairedGaps(record)),
            .endpointLastHop = difference(endpoint, lastHop),
            .webSocketLastHop = difference(layerRtt(record, Method::WebSocketText).min, lastHop)};
}

AddressFacts factsOf(const SessionRecord &record, const std::optional<IpAddress> &address)
{
    const auto found = address ? record.addresses.find(*address) : record.addresses.end();
    return found == record.addresses.end() ? AddressFacts{} : found->second;
}

std::string networkOf(const AddressFacts &facts)
{
    if (!facts.asn)
        return {};
    return "AS" + std::to_string(*facts.asn) + (facts.asName.empty() ? "" : ' ' + facts.asName);
}

} // namespace parallax
