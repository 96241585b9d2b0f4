// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"

#include <optional>
#include <vector>

namespace parallax {

/// The round trips of one layer, in the order of sending; lost probes are left out.
struct RttSummary {
    int count = 0;
    std::optional<Duration> min{};
    std::optional<Duration> median{};
    std::optional<Duration> p95{};
    std::vector<Duration> samples{};

    bool operator==(const RttSummary &) const = default;
};

RttSummary summarise(std::vector<Duration> samples);
RttSummary layerRtt(const SessionRecord &record, Method method);

/// One TTL's routers. A hop that never answered has no address.
struct Hop {
    std::uint8_t ttl = 0;
    std::optional<IpAddress> address{}; // the one that answered most often
    int sent = 0;
    RttSummary rtt{};
    std::optional<std::uint8_t> dscp{}; // of the probe when it arrived there
    std::vector<MplsLabel> mpls{};

    bool operator==(const Hop &) const = default;
};

/// The host where the TCP connection ends, by its own answers.
struct EndpointHop {
    std::uint8_t ttl = 0; // the smallest that reached it
    RttSummary rtt{};

    bool operator==(const EndpointHop &) const = default;
};

struct Path {
    std::vector<Hop> hops{}; // ttl 1 … up to the hop before the endpoint, or the furthest that answered
    std::optional<EndpointHop> endpoint{};

    const Hop *lastHop() const; // the furthest that answered; null when none did
    bool operator==(const Path &) const = default;
};

Path pathOf(const SessionRecord &record);

/// Where the step to the endpoint begins: the first hop that shows the tester's own address, as all behind a
/// NAT or a VPN's exit may, else the furthest that answered; null when none did.
const Hop *hopBeforeStep(const Path &path, const IpAddress &tester);

/// What is known of an address of the record; empty when nothing is.
AddressFacts factsOf(const SessionRecord &record, const std::optional<IpAddress> &address);
/// "AS64496 Example"; empty when unknown.
std::string networkOf(const AddressFacts &facts);

/// Differences between layers of the same connection; unknown where a layer is missing.
struct Gaps {
    std::optional<Duration> webSocketTcp{}; // median over pings of pong − acknowledgement
    std::optional<Duration> endpointLastHop{}; // difference of minima
    std::optional<Duration> webSocketLastHop{}; // difference of minima

    bool operator==(const Gaps &) const = default;
};

Gaps gapsOf(const SessionRecord &record);

/// Per text ping: pong − acknowledgement of the segment that carried it.
std::vector<Duration> pairedGaps(const SessionRecord &record);

} // namespace parallax
