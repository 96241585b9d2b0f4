// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/observation.h"

#include <chrono>
#include <optional>
#include <string>

namespace parallax {

enum class AddressFamily : std::uint8_t { Any, V4, V6 };

/// What a trace or a series of pings is to do. Ranges are checked where it enters.
struct TraceRequest {
    enum class Kind : std::uint8_t {
        Trace, // once over all TTLs
        Ping, // the target alone, in a series
        Watch, // the whole path, round after round until it is closed
    };

    std::string target{}; // name or address
    std::optional<IpAddress> address{}; // the target's, where it is known: then no name is looked up
    Kind kind = Kind::Trace;
    Method method = Method::UdpDatagram; // or IcmpEcho, TcpSyn
    AddressFamily family = AddressFamily::Any;
    std::uint16_t port = 0; // 0: the method's usual one
    std::string source{}; // address of this machine; empty: as the routes say
    std::string interface {
    }; // device; empty: likewise
    std::uint8_t tos = 0; // DSCP and ECN
    std::uint16_t length = 0; // of the IP packet in bytes; 0: what `data` comes to, or the method's usual
    std::optional<std::uint16_t> data{}; // bytes behind the headers of a ping
    int firstTtl = 1;
    int maxTtl = 30; // ping: the TTL
    int probesPerHop = 3;
    int flows = 1;
    int maxInFlight = 0; // 0: 16 TTLs at a time
    Duration gap{}; // between probes
    Duration roundGap = std::chrono::milliseconds(2); // between the probes of one hop
    bool names = true; // reverse DNS
    bool mtu = false; // search the path's MTU once the target is reached; ICMP and UDP
    Duration longestWait = std::chrono::seconds(5); // for an answer
    double hereFactor = 2.0; // see Patience
    double nearFactor = 1.5;
    Duration tailWait = std::chrono::seconds(1);
    int count = 0; // pings; 0: until it is closed
    Duration interval = std::chrono::seconds(1); // between pings, or rounds

    bool operator==(const TraceRequest &) const = default;
};

/// Bytes before a packet's data: IP's header, and that of ICMP or UDP.
inline std::uint16_t headerLength(const IpAddress &address)
{
    return address.isV4() ? 28 : 48;
}

constexpr std::uint16_t traceroutePort = 33'434; // Linux traceroute's, for UDP
constexpr std::uint16_t domainPort = 53;
constexpr std::uint16_t webPort = 80;

/// The port that the request means.
constexpr std::uint16_t portOf(const TraceRequest &request)
{
    if (request.port != 0 || request.method == Method::IcmpEcho)
        return request.port;
    return request.method == Method::TcpSyn ? webPort : traceroutePort;
}

} // namespace parallax
