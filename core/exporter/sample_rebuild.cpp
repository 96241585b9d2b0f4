// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/sample_rebuild.h"

#include "core/exporter/observation_json.h"

namespace parallax {

namespace {

constexpr int sampleLimit = 10'000;
constexpr std::size_t most = observationLimit;
constexpr int hopLimit = 255;
constexpr std::chrono::milliseconds pace{1};
constexpr std::uint64_t idsPerLayer = 1'000'000;

/// Adds answered probes of one layer, one after the other.
struct Samples {
    std::vector<Observation> &into;
    Timestamp started;

    void add(const Probe &like, const Reply &answer, const std::vector<Duration> &samples)
    {
        for (std::size_t i = 0; i < samples.size() && into.size() < most; ++i) {
            Observation observation{.probe = like, .reply = answer};
            observation.probe.id = ProbeId{static_cast<std::uint64_t>(like.id) + i + 1};
            observation.probe.sent = started + pace * static_cast<int>(i);
            observation.reply->id = observation.probe.id;
            observation.reply->received = observation.probe.sent + samples[i];
            into.push_back(observation);
        }
    }
};

void addLayers(Samples samples, const Fields &layers)
{
    const auto of = [&layers](const char *name) {
        return layers.child(name).millisecondsList("samples", sampleLimit);
    };
    samples.add({.method = Method::WebSocketText}, {.kind = ReplyKind::Pong}, of("websocket_text"));
    samples.add({.method = Method::TcpSegment}, {.kind = ReplyKind::Acknowledgement}, of("tcp"));
    samples.add({.id = ProbeId{idsPerLayer}, .method = Method::WebSocketControl}, {.kind = ReplyKind::Pong},
                of("websocket_control"));
    samples.add({.id = ProbeId{2 * idsPerLayer}, .method = Method::IcmpEcho}, {.kind = ReplyKind::EchoReply},
                of("icmp"));
}

void addHop(Samples samples, const Fields &hop)
{
    Probe probe{.method = Method::ZeroTrace};
    probe.ttl = hop.whole<std::uint8_t>("ttl", 1, hopLimit).value_or(1);
    probe.id = ProbeId{(2 + std::uint64_t{probe.ttl}) * idsPerLayer};
    Reply answer{.kind = ReplyKind::TimeExceeded};
    answer.from = hop.address("address").value_or(IpAddress{});
    if (const auto dscp = hop.whole<std::uint8_t>("dscp", 0, 63))
        answer.quote = Quote{.dscp = *dscp, .mpls = readMpls(hop)};
    const auto rtts = hop.millisecondsList("samples", sampleLimit);
    samples.add(probe, answer, rtts);
    const auto sent = hop.whole<std::uint64_t>("sent", 0, sampleLimit).value_or(0);
    for (std::uint64_t i = rtts.size(); i < sent && samples.into.size() < most; ++i) {
        Observation lost{.probe = probe};
        lost.probe.id = ProbeId{static_cast<std::uint64_t>(probe.id) + i + 1};
        lost.probe.sent = samples.started + pace * static_cast<int>(i);
        samples.into.push_back(lost);
    }
}

} // namespace

std::vector<Observation> rebuiltFromSamples(const Fields &report, Timestamp started)
{
    std::vector<Observation> observations;
    const Samples samples{observations, started};
    addLayers(samples, report.child("rtt_ms"));
    const Fields path = report.child("path");
    for (const Fields &hop : path.children("hops", hopLimit))
        addHop(samples, hop);
    if (path.has("endpoint")) {
        const Fields endpoint = path.child("endpoint");
        Probe probe{.id = ProbeId{(3 + std::uint64_t{hopLimit}) * idsPerLayer}, .method = Method::ZeroTrace};
        probe.ttl = endpoint.whole<std::uint8_t>("ttl", 1, hopLimit).value_or(1);
        Samples(samples).add(probe, {.kind = ReplyKind::DuplicateAck},
                             endpoint.millisecondsList("samples", sampleLimit));
    }
    if (observations.size() == most) // said to have been sent, which takes few bytes
        report.complain("path", "has too many probes");
    return observations;
}

} // namespace parallax
