// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/api_request.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace parallax {

namespace {

using Kind = TraceRequest::Kind;

constexpr std::size_t longestHost = 253; // RFC 1035
constexpr int largestPort = 65'535;
constexpr int usualCount = 3;
constexpr int mostPings = 100;
constexpr int mostProbesPerHop = 10;
constexpr int usualTtl = 30;
constexpr int largestTtl = 64;
constexpr int mostFlows = 8;
constexpr int largestTos = 255;
constexpr double usualTimeout = 3.0; // with the three above, the original's
constexpr double longestTimeout = 10.0;

/// Letters, digits and what stands in names and addresses; names beyond ASCII (IDN) come as UTF-8.
bool isHost(const std::string &text)
{
    constexpr std::string_view others = "._-:%";
    return !text.empty() && text.size() <= longestHost && text.front() != '-'
        && std::all_of(text.begin(), text.end(), [&](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                   || (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos;
           });
}

std::string readTarget(ParameterReader &reader)
{
    const std::string dest = reader.text("dest");
    const std::string target = reader.text("target");
    if (!dest.empty() && !target.empty())
        reader.complain("dest and target are the same: give one of them");
    std::string host = dest.empty() ? target : dest;
    const std::string name = target.empty() ? "dest" : "target";
    if (host.empty())
        reader.complain("dest must name a host");
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2); // as in a URL
    if (!host.empty() && !isHost(host))
        reader.complain(name + " must be a host name or an address");
    const auto address = IpAddress::parse(host);
    if (address && !address.value().isOneHost())
        reader.complain(name + " must be the address of one host, not " + host);
    return host;
}

Kind readKind(ParameterReader &reader, std::optional<Kind> kind)
{
    if (kind)
        return *kind;
    return reader.oneOf("kind", {"trace", "ping"}, 0) == 0 ? Kind::Trace : Kind::Ping;
}

void readTrace(ParameterReader &reader, TraceRequest &request)
{
    request.probesPerHop = reader.whole("count", 1, mostProbesPerHop, usualCount);
    request.firstTtl = reader.whole("first_ttl", 1, largestTtl, 1);
    request.flows = reader.whole("flows", 1, mostFlows, 1);
    if (request.firstTtl > request.maxTtl)
        reader.complain("first_ttl must not be larger than max_ttl");
}

} // namespace

Result<TraceRequest> traceRequest(std::optional<Kind> kind, const Parameters &parameters)
{
    constexpr std::array methods{Method::IcmpEcho, Method::UdpDatagram, Method::TcpSyn};
    constexpr std::array families{AddressFamily::Any, AddressFamily::V4, AddressFamily::V6};
    ParameterReader reader(parameters);
    TraceRequest request{.target = readTarget(reader), .kind = readKind(reader, kind)};
    const bool ping = request.kind == Kind::Ping;
    request.method = methods[reader.oneOf("proto", {"icmp", "udp", "tcp"}, ping ? 0 : 1)];
    request.family = families[reader.oneOf("family", {"any", "4", "6"}, 0)];
    request.port = static_cast<std::uint16_t>(reader.whole("port", 1, largestPort, 0));
    request.maxTtl = reader.whole("max_ttl", 1, largestTtl, usualTtl);
    request.longestWait = fromSeconds(reader.seconds("timeout", 0.1, longestTimeout, usualTimeout));
    if (parameters.contains("timeout"))
        request.tailWait = request.longestWait; // who names a time means the silent end too
    request.tos = static_cast<std::uint8_t>(reader.whole("tos", 0, largestTos, 0));
    request.names = reader.truth("names", false);
    if (ping) {
        request.count = reader.whole("count", 1, mostPings, usualCount);
        request.interval = fromSeconds(reader.seconds("interval", 0.01, 10.0, 1.0));
    } else {
        readTrace(reader, request);
    }
    const auto checked = reader.check();
    if (!checked)
        return checked.error();
    return request;
}

} // namespace parallax
