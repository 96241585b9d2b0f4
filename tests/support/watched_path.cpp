// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/watched_path.h"

#include <cmath>

namespace parallax::fixtures {

using namespace std::chrono_literals;

namespace {

const char *const sydney = "203.0.113.200";

IpAddress address(const std::string &text)
{
    return IpAddress::parse(text).value();
}

/// The same for the same round and hop, 0 … 1.
double noise(std::size_t round, int hop)
{
    // SplitMix64's mixing: neighbouring rounds have nothing in common.
    std::uint64_t seed = round * 1'000'003 + static_cast<std::uint64_t>(hop) * 7919 + 20'260'131;
    seed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    seed = (seed ^ (seed >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<double>((seed ^ (seed >> 31)) >> 40) / static_cast<double>(1ULL << 24);
}

/// Mostly little, as queues are.
Duration around(double rtt, double width, std::size_t round, int hop)
{
    return fromMilliseconds(rtt + width * std::pow(noise(round, hop), 4.0));
}

std::vector<PlayedHop> farHops(std::size_t round)
{
    const bool detour = round >= 1400 && round < 2300; // over Frankfurt's other router
    const bool busy = round >= 2700 && round < 3300;
    const double queue = busy ? 60.0 * std::pow(noise(round / 7, 99), 2.0) + 12.0 * noise(round, 98) : 0.0;
    std::vector<PlayedHop> hops{
        {"192.168.1.1", around(0.6, 1.5, round, 1)},
        {"198.51.100.9", around(7.4, 6.0, round, 2)},
        {detour ? "203.0.113.34" : "203.0.113.33", around(detour ? 24.0 : 14.9, 5.0, round, 3)},
        {"203.0.113.65", std::nullopt},
        {"203.0.113.97", around((detour ? 190.0 : 171.0) + queue, 9.0, round, 5)},
        {sydney, around((detour ? 291.0 : 268.0) + queue, 12.0, round, 6)},
    };
    if (noise(round, 40) < 0.35)
        hops[4].rtt.reset(); // limits its own answers
    const double loss = busy ? 0.22 : 0.002;
    if (noise(round, 41) < loss)
        hops[5].rtt.reset();
    return hops;
}

Reply replyOf(const Probe &probe, const PlayedHop &hop, bool target)
{
    Reply reply{.id = probe.id,
                .kind = hop.refuses ? ReplyKind::Unreachable
                    : target        ? ReplyKind::EchoReply
                                    : ReplyKind::TimeExceeded,
                .from = address(hop.address),
                .received = probe.sent + *hop.rtt,
                .ttl = static_cast<std::uint8_t>((target ? 64 : 255) - probe.ttl)};
    if (!target)
        reply.quote = Quote{.ttl = 1};
    return reply;
}

} // namespace

Timestamp watchBegan()
{
    return Timestamp(1'769'860'800s);
}

std::vector<Observation> playedRound(const PlayedPath &path, std::size_t round, const IpAddress &target)
{
    std::vector<Observation> observations;
    int ttl = 0;
    for (const PlayedHop &hop : path(round)) {
        ++ttl;
        const Probe probe{.id = ProbeId{(round + 1) * idsPerRound + static_cast<std::uint64_t>(ttl)},
                          .method = Method::IcmpEcho,
                          .ttl = static_cast<std::uint8_t>(ttl),
                          .sent = watchBegan() + round * 1s + ttl * 100us};
        Observation observation{.probe = probe};
        if (hop.rtt)
            observation.reply = replyOf(probe, hop, address(hop.address) == target);
        observations.push_back(observation);
    }
    return observations;
}

Observation observationOf(const PathHistory &history, int ttl, std::size_t round)
{
    const HopHistory &hop = history.hops().at(ttl);
    const HopSample sample = hop.at(round);
    Observation observation{
        .probe = {.id = ProbeId{(round + 1) * idsPerRound + static_cast<std::uint64_t>(ttl)},
                  .method = Method::IcmpEcho,
                  .ttl = static_cast<std::uint8_t>(ttl),
                  .sent = history.start(round)}};
    if (const auto rtt = sample.rtt()) {
        observation.reply = hop.firstReplies[sample.responder];
        observation.reply->id = observation.probe.id;
        observation.reply->received = observation.probe.sent + *rtt;
    }
    return observation;
}

TraceState watched(const PlayedPath &path, std::size_t rounds, const std::string &target)
{
    TraceState state;
    state.request = {.target = target, .kind = TraceRequest::Kind::Watch, .method = Method::IcmpEcho};
    state.record = {.target = target, .address = {address(target), 0}, .started = watchBegan()};
    for (std::size_t round = 0; round < rounds; ++round) {
        for (const Observation &observation : playedRound(path, round, state.record.address.address))
            state.history.add(observation, state.record.address.address);
    }
    return state;
}

PlayedPath farPath()
{
    return farHops;
}

TraceState farWatch(std::size_t rounds)
{
    TraceState state = watched(farHops, rounds, sydney);
    state.request.target = "sydney.example";
    state.record.target = "sydney.example";
    state.record.addresses = farFacts();
    return state;
}

std::map<IpAddress, AddressFacts> farFacts()
{
    std::map<IpAddress, AddressFacts> facts;
    facts[address("198.51.100.9")] = {.country = "DE",
                                      .asn = 64496,
                                      .asName = "Example Access",
                                      .city = "Berlin",
                                      .place = Place{52.52, 13.40},
                                      .name = "bln-edge1.access.example"};
    facts[address("203.0.113.33")] = {.country = "DE",
                                      .asn = 64500,
                                      .asName = "Example Backbone",
                                      .city = "Frankfurt",
                                      .place = Place{50.11, 8.68},
                                      .name = "fra1.backbone.example"};
    facts[address("203.0.113.34")] = {.country = "FR",
                                      .asn = 64500,
                                      .asName = "Example Backbone",
                                      .city = "Marseille",
                                      .place = Place{43.30, 5.37},
                                      .name = "mrs2.backbone.example"};
    facts[address("203.0.113.97")] = {.country = "SG",
                                      .asn = 64500,
                                      .asName = "Example Backbone",
                                      .city = "Singapore",
                                      .place = Place{1.35, 103.82},
                                      .name = "sin3.backbone.example"};
    facts[address(sydney)] = {.country = "AU",
                              .asn = 64510,
                              .asName = "Example Hosting",
                              .city = "Sydney",
                              .place = Place{-33.87, 151.21},
                              .name = "sydney.example"};
    return facts;
}

TraceState longWatch(int hops, std::size_t rounds)
{
    const auto path = [hops](std::size_t round) {
        std::vector<PlayedHop> played;
        for (int hop = 1; hop <= hops; ++hop) {
            PlayedHop next{"10.0.0." + std::to_string(hop), around(hop * 3.0, 20.0, round, hop)};
            if (noise(round, hop + 100) < 0.02)
                next.rtt.reset();
            played.push_back(next);
        }
        return played;
    };
    return watched(path, rounds, "10.0.0." + std::to_string(hops));
}

} // namespace parallax::fixtures
