// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/craft_trace.h"

#include "core/base/checksum.h"
#include "core/base/octets.h"
#include "core/data/trace_request.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

constexpr std::size_t v4Header = 20;
constexpr std::size_t v6Header = 40;
constexpr std::size_t leastEchoData = 2; // evens the sequence number out
constexpr std::size_t leastDatagramData = 4;
constexpr std::size_t transportHeader = 8; // UDP and ICMP echo

constexpr std::uint16_t synWindow = 5840;
constexpr std::uint8_t echoRequest = 8; // RFC 792
constexpr std::uint8_t echoRequestV6 = 128; // RFC 4443

// A question for the root's name servers (RFC 1035, 4.1): what listens on that port answers no less.
constexpr std::array<std::uint8_t, 17> rootQuestion{0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1};

std::size_t headersOf(const SocketAddress &target)
{
    return (target.address.isV4() ? v4Header : v6Header) + transportHeader;
}

std::size_t dataLength(const TracePacket &packet)
{
    return std::max(packet.length, leastLength(packet.method, packet.target)) - headersOf(packet.target);
}

std::size_t checksumAt(std::uint8_t protocol)
{
    switch (protocol) {
    case ip_protocol::tcp:
        return 16;
    case ip_protocol::udp:
        return 6;
    default:
        return 2;
    }
}

/// Of an echo request: sequence number and this add up to the same for every probe, so the checksum stays the
/// flow's. Of a datagram: the token, which an echo service, or a name server, sends back.
void putData(const TracePacket &packet, std::span<std::uint8_t> data)
{
    if (packet.method != Method::UdpDatagram) {
        put16(data, 0, static_cast<std::uint16_t>(~packet.token));
        return;
    }
    if (packet.target.port == domainPort)
        std::copy(rootQuestion.begin(), rootQuestion.end(), data.begin());
    put16(data, 0, static_cast<std::uint16_t>(packet.token));
}

constexpr std::size_t synHeader = 20;

/// Behind an IP header that is there already; the checksum is computed later.
void putTransport(const TracePacket &packet, Bytes &bytes, std::size_t at)
{
    const std::span<std::uint8_t> transport = std::span(bytes).subspan(at);
    const bool isV4 = packet.target.address.isV4();
    switch (packet.method) {
    case Method::TcpSyn:
        put16(transport, 0, packet.source.port);
        put16(transport, 2, packet.target.port);
        put32(transport, 4, packet.token);
        transport[12] = synHeader / 4 << 4;
        transport[13] = tcp_flag::syn;
        put16(transport, 14, synWindow);
        break;
    case Method::UdpDatagram:
        put16(transport, 0, packet.source.port);
        put16(transport, 2, packet.target.port);
        put16(transport, 4, static_cast<std::uint16_t>(transport.size()));
        break;
    default:
        transport[0] = isV4 ? echoRequest : echoRequestV6;
        put16(transport, 4, packet.source.port);
        put16(transport, 6, static_cast<std::uint16_t>(packet.token));
        break;
    }
}

std::uint8_t protocolOf(const TracePacket &packet)
{
    switch (packet.method) {
    case Method::TcpSyn:
        return ip_protocol::tcp;
    case Method::UdpDatagram:
        return ip_protocol::udp;
    default:
        return packet.target.address.isV4() ? ip_protocol::icmp : ip_protocol::icmpV6;
    }
}

/// What the transport's checksum covers besides: RFC 9293, 3.1 and RFC 8200, 8.1; nothing for ICMPv4.
std::uint16_t pseudoHeaderSum(const TracePacket &packet, std::size_t length)
{
    const std::uint8_t protocol = protocolOf(packet);
    if (protocol == ip_protocol::icmp)
        return 0;
    std::array<std::uint8_t, 4> rest{0, protocol};
    put16(rest, 2, static_cast<std::uint16_t>(length));
    const bool isV4 = packet.target.address.isV4();
    const auto sum = [isV4](const IpAddress &address, std::uint16_t before) {
        return onesComplementSum(Octets(address.bytes()).last(isV4 ? 4 : 16), before);
    };
    return onesComplementSum(rest, sum(packet.source.address, sum(packet.target.address, 0)));
}

void putChecksum(const TracePacket &packet, Bytes &bytes, std::size_t at)
{
    const std::span<std::uint8_t> transport = std::span(bytes).subspan(at);
    const auto checksum =
        static_cast<std::uint16_t>(~onesComplementSum(transport, pseudoHeaderSum(packet, transport.size())));
    // A UDP checksum of 0 means that there is none (RFC 768).
    const bool absent = packet.method == Method::UdpDatagram && checksum == 0;
    put16(transport, checksumAt(protocolOf(packet)), absent ? std::uint16_t{0xffff} : checksum);
}

void putV4(const TracePacket &packet, Bytes &bytes)
{
    constexpr std::uint16_t dontFragment = 0x4000;
    bytes[0] = 4 << 4 | v4Header / 4;
    bytes[1] = packet.trafficClass;
    put16(bytes, 2, static_cast<std::uint16_t>(bytes.size()));
    put16(bytes, 4, static_cast<std::uint16_t>(packet.token));
    put16(bytes, 6, dontFragment);
    bytes[8] = packet.ttl;
    bytes[9] = protocolOf(packet);
    put32(bytes, 12, packet.source.address.toV4());
    put32(bytes, 16, packet.target.address.toV4());
    put16(bytes, 10, static_cast<std::uint16_t>(~onesComplementSum(Octets(bytes).first(v4Header))));
}

void putV6(const TracePacket &packet, Bytes &bytes)
{
    put16(bytes, 0, static_cast<std::uint16_t>(6 << 12 | packet.trafficClass << 4));
    put16(bytes, 4, static_cast<std::uint16_t>(bytes.size() - v6Header));
    bytes[6] = protocolOf(packet);
    bytes[7] = packet.ttl;
    std::copy_n(packet.source.address.bytes().begin(), 16, bytes.begin() + 8);
    std::copy_n(packet.target.address.bytes().begin(), 16, bytes.begin() + 24);
}

} // namespace

std::uint16_t leastLength(Method method, const SocketAddress &target)
{
    if (method == Method::TcpSyn)
        return static_cast<std::uint16_t>(headersOf(target) - transportHeader + synHeader);
    const std::size_t data = method != Method::UdpDatagram ? leastEchoData
        : target.port == domainPort                        ? rootQuestion.size()
                                                           : leastDatagramData;
    return static_cast<std::uint16_t>(headersOf(target) + data);
}

Bytes craftTracePacket(const TracePacket &packet)
{
    const bool isV4 = packet.target.address.isV4();
    const std::size_t ipHeader = isV4 ? v4Header : v6Header;
    const bool syn = packet.method == Method::TcpSyn;
    Bytes bytes(ipHeader + (syn ? synHeader : transportHeader + dataLength(packet)));
    if (!syn)
        putData(packet, std::span(bytes).subspan(ipHeader + transportHeader));
    if (isV4)
        putV4(packet, bytes);
    else
        putV6(packet, bytes);
    putTransport(packet, bytes, ipHeader);
    putChecksum(packet, bytes, ipHeader);
    return bytes;
}

std::uint16_t transportChecksum(const Bytes &packet)
{
    const bool isV4 = packet.size() > v4Header && packet[0] >> 4 == 4;
    const std::uint8_t protocol = packet[isV4 ? 9 : 6];
    const std::size_t at = (isV4 ? v4Header : v6Header) + checksumAt(protocol);
    return packet.size() < at + 2 ? std::uint16_t{0} : read16(packet, at);
}

} // namespace parallax
