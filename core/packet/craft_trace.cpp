// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/craft_trace.h"

#include "core/data/trace_request.h"

#include <tins/exceptions.h>
#include <tins/icmp.h>
#include <tins/icmpv6.h>
#include <tins/ip.h>
#include <tins/ipv6.h>
#include <tins/rawpdu.h>
#include <tins/tcp.h>
#include <tins/udp.h>

#include <algorithm>
#include <array>

#include <arpa/inet.h>

namespace parallax {

namespace {

constexpr std::size_t v4Header = 20;
constexpr std::size_t v6Header = 40;
constexpr std::size_t leastEchoData = 2; // evens the sequence number out
constexpr std::size_t leastDatagramData = 4;
constexpr std::size_t transportHeader = 8; // UDP and ICMP echo

constexpr std::uint16_t synWindow = 5840;

std::size_t dataLength(const TracePacket &packet, std::size_t least)
{
    const std::size_t headers = (packet.target.address.isV4() ? v4Header : v6Header) + transportHeader;
    return packet.length > headers + least ? packet.length - headers : least;
}

void put16(Bytes &bytes, std::size_t at, std::uint16_t value)
{
    bytes[at] = static_cast<std::uint8_t>(value >> 8);
    bytes[at + 1] = static_cast<std::uint8_t>(value);
}

/// Sequence number and this add up to the same for every probe, so the checksum stays the flow's.
Bytes echoData(const TracePacket &packet)
{
    Bytes data(dataLength(packet, leastEchoData));
    put16(data, 0, static_cast<std::uint16_t>(~packet.token));
    return data;
}

/// Begins with the token, which an echo service, or a name server, sends back.
Bytes datagramData(const TracePacket &packet)
{
    // A question for the root's name servers (RFC 1035, 4.1): what listens on that port answers no less.
    constexpr std::array<std::uint8_t, 17> question{0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1};
    const bool domain = packet.target.port == domainPort;
    Bytes data(dataLength(packet, domain ? question.size() : leastDatagramData));
    if (domain)
        std::copy(question.begin(), question.end(), data.begin());
    put16(data, 0, static_cast<std::uint16_t>(packet.token));
    return data;
}

Tins::TCP synFor(const TracePacket &packet)
{
    Tins::TCP tcp(packet.target.port, packet.source.port);
    tcp.flags(Tins::TCP::SYN);
    tcp.seq(packet.token);
    tcp.window(synWindow);
    return tcp;
}

template<class Echo>
Echo echoFor(const TracePacket &packet, Echo echo)
{
    echo.sequence(static_cast<std::uint16_t>(packet.token));
    return echo;
}

/// The transport part, behind either IP header.
template<class Ip>
Bytes finish(Ip ip, const TracePacket &packet)
{
    if (packet.method == Method::TcpSyn)
        ip /= synFor(packet);
    else
        ip = ip / Tins::UDP(packet.target.port, packet.source.port) / Tins::RawPDU(datagramData(packet));
    return ip.serialize();
}

Bytes craftV4(const TracePacket &packet)
{
    Tins::IP ip(Tins::IPv4Address(htonl(packet.target.address.toV4())),
                Tins::IPv4Address(htonl(packet.source.address.toV4())));
    ip.ttl(packet.ttl);
    ip.tos(packet.trafficClass);
    ip.id(static_cast<std::uint16_t>(packet.token));
    ip.flags(Tins::IP::DONT_FRAGMENT);
    if (packet.method != Method::IcmpEcho)
        return finish(std::move(ip), packet);
    auto echo = echoFor(packet, Tins::ICMP(Tins::ICMP::ECHO_REQUEST));
    echo.id(packet.source.port);
    Tins::IP whole = ip / echo / Tins::RawPDU(echoData(packet));
    return whole.serialize();
}

Bytes craftV6(const TracePacket &packet)
{
    Tins::IPv6 ip(Tins::IPv6Address(packet.target.address.bytes().data()),
                  Tins::IPv6Address(packet.source.address.bytes().data()));
    ip.hop_limit(packet.ttl);
    ip.traffic_class(packet.trafficClass);
    if (packet.method != Method::IcmpEcho)
        return finish(std::move(ip), packet);
    auto echo = echoFor(packet, Tins::ICMPv6(Tins::ICMPv6::ECHO_REQUEST));
    echo.identifier(packet.source.port);
    Tins::IPv6 whole = ip / echo / Tins::RawPDU(echoData(packet));
    return whole.serialize();
}

} // namespace

Result<Bytes> craftTracePacket(const TracePacket &packet)
{
    try {
        return packet.target.address.isV4() ? craftV4(packet) : craftV6(packet);
    } catch (const std::exception &e) {
        return Error{ErrorCode::Malformed, e.what()};
    }
}

std::uint16_t transportChecksum(const Bytes &packet)
{
    const bool isV4 = packet.size() > v4Header && packet[0] >> 4 == 4;
    const std::uint8_t protocol = packet[isV4 ? 9 : 6];
    const std::size_t header = isV4 ? v4Header : v6Header;
    const std::size_t at = header + (protocol == ip_protocol::udp ? 6 : 2);
    return packet.size() < at + 2 ? std::uint16_t{0}
                                  : static_cast<std::uint16_t>(packet[at] << 8 | packet[at + 1]);
}

} // namespace parallax
