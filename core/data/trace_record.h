// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/address_facts.h"
#include "core/data/observation.h"

#include <map>
#include <string>
#include <vector>

namespace parallax {

/// Why a trace to a host ended.
enum class PathEnd : std::uint8_t {
    Running,
    Reached,
    Unreachable, // a router said so
    MaxTtl, // the last router asked has answered
    Silent, // nobody answered any more
    Interrupted,
};

/// One trace or a series of pings to one host, as it was measured. Views and exports read only this.
struct TraceRecord {
    std::string target{}; // as the user named it
    SocketAddress address{}; // the port: UDP and TCP
    IpAddress source{}; // ours, when it began; not stored
    Method method = Method::IcmpEcho;
    Timestamp started{};
    Duration duration{};
    PathEnd end = PathEnd::Running;
    std::vector<Observation> observations{};
    std::vector<Probe> notSent{}; // refused by this machine
    std::vector<Observation> mtuSearch{}; // probes of many lengths to the target
    std::map<IpAddress, AddressFacts> addresses{}; // as far as files are there

    bool operator==(const TraceRecord &) const = default;
};

/// From this probe id on they search the path's MTU.
constexpr std::uint64_t firstMtuId = std::uint64_t{1} << 48;

/// The largest packet, in bytes, that the target answered in that search, since a router last said that less
/// fits. Nothing where the search did not come to its end: it was interrupted, or its last packet is
/// unanswered.
std::optional<std::uint16_t> pathMtu(const TraceRecord &record);
/// What a router said that fits through its next link; nothing where it did not.
std::optional<std::uint16_t> mtuSaidBy(const TraceRecord &record, const IpAddress &router);

/// The target itself answered.
bool reachedTarget(const Observation &observation, const IpAddress &target);
/// Somebody on the way says that the target cannot be reached, or not by a packet that large.
bool wasRefused(const Observation &observation, const IpAddress &target);

} // namespace parallax
