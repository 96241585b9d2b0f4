// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/parse.h"

#include "core/base/checksum.h"
#include "core/packet/ip_packet.h"
#include "core/packet/quote.h"

#include <algorithm>

namespace parallax {

namespace {

using Parsed = Result<std::optional<Sighting>>;

Error damaged(const char *what)
{
    return {ErrorCode::Malformed, what};
}

constexpr std::size_t tcpHeader = 20;

/// Kinds of TCP options (RFC 9293, 3.1; RFC 7323, RFC 2018).
enum class TcpOption : std::uint8_t { End, Nothing, Mss, WindowScale, SackPermitted, Sack, Timestamps = 8 };

char optionLetter(TcpOption kind)
{
    switch (kind) {
    case TcpOption::End:
        return 'E';
    case TcpOption::Nothing:
        return 'N';
    case TcpOption::Mss:
        return 'M';
    case TcpOption::WindowScale:
        return 'W';
    case TcpOption::SackPermitted:
        return 'S';
    case TcpOption::Timestamps:
        return 'T';
    case TcpOption::Sack:
        break;
    }
    return '?';
}

/// `data`: without kind and length.
void readOption(TcpOption kind, Octets data, Segment &segment)
{
    constexpr std::size_t sackBlock = 8;
    switch (kind) {
    case TcpOption::Mss:
        if (data.size() == 2)
            segment.mss = read16(data, 0);
        break;
    case TcpOption::WindowScale:
        if (data.size() == 1)
            segment.windowScale = data[0];
        break;
    case TcpOption::SackPermitted:
        segment.sackPermitted = true;
        break;
    case TcpOption::Sack:
        for (std::size_t at = 0; at + sackBlock <= data.size(); at += sackBlock)
            segment.sack.push_back({read32(data, at), read32(data, at + 4)});
        break;
    case TcpOption::Timestamps:
        if (data.size() == 8)
            segment.timestamps = TcpTimestamps{read32(data, 0), read32(data, 4)};
        break;
    case TcpOption::End:
    case TcpOption::Nothing:
        break;
    }
}

/// False where an option's length cannot be. What follows the end is padding: it counts as further ends.
bool readOptions(Octets options, Segment &segment)
{
    bool ended = false;
    while (!options.empty()) {
        const TcpOption kind = ended ? TcpOption::End : TcpOption{options[0]};
        ended = kind == TcpOption::End;
        const bool hasLength = kind != TcpOption::End && kind != TcpOption::Nothing;
        const std::size_t length = !hasLength ? 1 : options.size() > 1 ? options[1] : 0;
        if (length > options.size() || (hasLength && length < 2))
            return false;
        if (hasLength)
            readOption(kind, options.first(length).subspan(2), segment);
        if (segment.has(tcp_flag::syn)) {
            segment.optionOrder += segment.optionOrder.empty() ? "" : ",";
            segment.optionOrder += optionLetter(kind);
        }
        options = options.subspan(length);
    }
    return true;
}

Parsed segmentFrom(const IpPacket &ip, std::uint16_t localPort, Timestamp captured)
{
    const Octets tcp = ip.carried;
    const std::size_t header = tcp.size() < tcpHeader ? 0 : static_cast<std::size_t>(tcp[12] >> 4) * 4;
    if (header < tcpHeader || tcp.size() < header)
        return damaged("a TCP header that is cut short");
    const SocketAddress source{ip.source, read16(tcp, 0)};
    const SocketAddress destination{ip.destination, read16(tcp, 2)};
    const bool outgoing = source.port == localPort;
    if (!outgoing && destination.port != localPort)
        return std::optional<Sighting>{};
    Segment segment{.flow = outgoing ? Flow{source, destination} : Flow{destination, source},
                    .direction = outgoing ? Direction::Outgoing : Direction::Incoming,
                    .captured = captured,
                    .ttl = ip.ttl,
                    .flowLabel = ip.flowLabel,
                    .sequence = read32(tcp, 4),
                    .acknowledged = read32(tcp, 8),
                    .window = read16(tcp, 14),
                    .flags = tcp[13]};
    if (!readOptions(tcp.first(header).subspan(tcpHeader), segment))
        return damaged("a TCP option whose length cannot be");
    segment.payloadLength =
        ip.carriedLength > header ? ip.carriedLength - static_cast<std::uint32_t>(header) : 0;
    if (outgoing)
        segment.payload.assign(tcp.begin() + static_cast<std::ptrdiff_t>(header), tcp.end());
    return std::optional<Sighting>(std::move(segment));
}

constexpr std::size_t icmpHeader = 8;
constexpr std::size_t originalDatagram = 128; // bytes of it before extensions that no length announces

/// How many bytes of the quoted datagram there are before extensions; nothing where there are none (RFC 4884,
/// 4 and 5.5). A length below 128 or beyond the message is an older router's garbage: like those that give
/// none, it has extensions at 128 if at all, where only a right checksum tells.
std::optional<std::size_t> extensionsAt(Octets icmp, std::size_t announced)
{
    constexpr std::size_t extensionHeader = 4;
    constexpr int version = 2;
    const Octets body = icmp.subspan(icmpHeader);
    const bool trusted = announced >= originalDatagram && body.size() >= announced + extensionHeader;
    const std::size_t at = trusted ? announced : originalDatagram;
    if (body.size() < at + extensionHeader || body[at] >> 4 != version)
        return std::nullopt;
    const Octets structure = body.subspan(at);
    const bool unchecked = trusted && read16(structure, 2) == 0;
    return unchecked || checksumHolds(structure) ? std::optional(at) : std::nullopt;
}

/// The label stacks among the extension's objects (RFC 4950).
void readMpls(Octets objects, Quote &quote)
{
    constexpr std::size_t objectHeader = 4;
    constexpr std::uint8_t mplsClass = 1;
    constexpr std::uint8_t incomingStack = 1;
    while (objects.size() >= objectHeader) {
        const std::size_t length = read16(objects, 0);
        if (length < objectHeader || length > objects.size())
            return;
        const bool mpls = objects[2] == mplsClass && objects[3] == incomingStack;
        for (std::size_t at = objectHeader; mpls && at + 4 <= length; at += 4) {
            if (quote.mpls.size() == mostMplsLabels)
                return;
            const std::uint32_t entry = read32(objects, at);
            quote.mpls.push_back({.label = entry >> 12,
                                  .trafficClass = static_cast<std::uint8_t>(entry >> 9 & 0x7U),
                                  .ttl = static_cast<std::uint8_t>(entry & 0xffU),
                                  .bottomOfStack = (entry & 0x100U) != 0});
        }
        objects = objects.subspan(length);
    }
}

/// `announced`: the length in the error, in bytes.
Parsed errorFrom(Octets icmp, std::size_t announced, IcmpError error)
{
    const auto extensions = extensionsAt(icmp, announced);
    const Octets body = icmp.subspan(icmpHeader);
    if (!readQuote(body.first(extensions.value_or(body.size())), error))
        return std::optional<Sighting>{};
    if (extensions)
        readMpls(body.subspan(*extensions + 4), error.quote);
    return std::optional<Sighting>(std::move(error));
}

constexpr std::uint8_t fragmentationNeeded = 4; // code of ICMP "unreachable" (RFC 1191)

/// Types of ICMP (RFC 792) and ICMPv6 (RFC 4443).
enum class Icmp : std::uint8_t { EchoReply = 0, Unreachable = 3, TimeExceeded = 11 };
enum class IcmpV6 : std::uint8_t { Unreachable = 1, TooBig = 2, TimeExceeded = 3, EchoReply = 129 };

Parsed icmpFrom(const IpPacket &ip, Timestamp captured)
{
    const Octets icmp = ip.carried;
    if (icmp.size() < icmpHeader)
        return damaged("an ICMP header that is cut short");
    IcmpError error{.from = ip.source, .captured = captured, .type = icmp[0], .code = icmp[1], .ttl = ip.ttl};
    const std::size_t announced = static_cast<std::size_t>(icmp[5]) * 4;
    switch (Icmp{icmp[0]}) {
    case Icmp::EchoReply:
        return std::optional<Sighting>(
            EchoAnswer{ip.source, captured, read16(icmp, 4), read16(icmp, 6), ip.ttl});
    case Icmp::TimeExceeded:
        error.kind = ReplyKind::TimeExceeded;
        return errorFrom(icmp, announced, std::move(error));
    case Icmp::Unreachable:
        error.kind = ReplyKind::Unreachable;
        error.mtu = error.code == fragmentationNeeded ? read16(icmp, 6) : std::uint16_t{0};
        return errorFrom(icmp, announced, std::move(error));
    }
    return std::optional<Sighting>{};
}

Parsed icmpV6From(const IpPacket &ip, Timestamp captured)
{
    const Octets icmp = ip.carried;
    if (icmp.size() < icmpHeader)
        return damaged("an ICMPv6 header that is cut short");
    IcmpError error{.from = ip.source, .captured = captured, .type = icmp[0], .code = icmp[1], .ttl = ip.ttl};
    const std::size_t announced = static_cast<std::size_t>(icmp[4]) * 8; // in words of 64 bits
    switch (IcmpV6{icmp[0]}) {
    case IcmpV6::EchoReply:
        return std::optional<Sighting>(
            EchoAnswer{ip.source, captured, read16(icmp, 4), read16(icmp, 6), ip.ttl});
    case IcmpV6::TimeExceeded:
        error.kind = ReplyKind::TimeExceeded;
        return errorFrom(icmp, announced, std::move(error));
    case IcmpV6::Unreachable:
        error.kind = ReplyKind::Unreachable;
        return errorFrom(icmp, announced, std::move(error));
    case IcmpV6::TooBig: // has its MTU where the others have a length (RFC 4443, 3.2)
        error.kind = ReplyKind::Unreachable;
        error.mtu = static_cast<std::uint16_t>(std::min<std::uint32_t>(read32(icmp, 4), UINT16_MAX));
        return errorFrom(icmp, 0, std::move(error));
    }
    return std::optional<Sighting>{};
}

Parsed sightingIn(const IpPacket &ip, std::uint16_t localPort, Timestamp captured)
{
    switch (ip.protocol) {
    case ip_protocol::tcp:
        return segmentFrom(ip, localPort, captured);
    case ip_protocol::icmp:
        return icmpFrom(ip, captured);
    case ip_protocol::icmpV6:
        return icmpV6From(ip, captured);
    default:
        return std::optional<Sighting>{};
    }
}

} // namespace

Result<std::optional<Sighting>> parsePacket(std::span<const std::uint8_t> packet, std::uint16_t localPort,
                                            Timestamp captured)
{
    const auto ip = readIpPacket(packet);
    return ip ? sightingIn(*ip, localPort, captured) : damaged("no IP packet, or its header is cut short");
}

Result<std::optional<Sighting>> parseBareV6(std::uint8_t protocol, std::span<const std::uint8_t> payload,
                                            const BareV6 &header, std::uint16_t localPort, Timestamp captured)
{
    return sightingIn({.source = header.from,
                       .destination = header.to,
                       .protocol = protocol,
                       .ttl = header.hopLimit,
                       .carriedLength = static_cast<std::uint32_t>(payload.size()),
                       .carried = payload},
                      localPort, captured);
}

} // namespace parallax
