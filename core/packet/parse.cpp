// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/parse.h"

#include "core/packet/quote.h"

#include <algorithm>

#include <arpa/inet.h>
#include <tins/exceptions.h>
#include <tins/icmp.h>
#include <tins/icmpv6.h>
#include <tins/ip.h>
#include <tins/ipv6.h>
#include <tins/rawpdu.h>
#include <tins/tcp.h>

namespace parallax {

namespace {

constexpr std::size_t v6HeaderLength = 40;
constexpr std::uint8_t mplsClass = 1; // RFC 4950: MPLS label stack class, incoming stack type
constexpr std::uint8_t mplsType = 1;

using Parsed = std::optional<Sighting>;

/// What the IP header says, whatever its version.
struct IpHeader {
    IpAddress source;
    IpAddress destination;
    std::uint8_t ttl = 0;
    std::uint32_t flowLabel = 0;
    std::uint32_t payloadLength = 0; // of what follows, as on the wire
};

IpAddress toAddress(const Tins::IPv4Address &address)
{
    return IpAddress::fromV4(ntohl(static_cast<std::uint32_t>(address)));
}

IpAddress toAddress(const Tins::IPv6Address &address)
{
    IpAddress::Bytes bytes{};
    std::copy_n(address.begin(), bytes.size(), bytes.begin());
    return IpAddress::fromBytes(bytes);
}

char optionLetter(const Tins::TCP::option &option)
{
    switch (option.option()) {
    case Tins::TCP::EOL:
        return 'E';
    case Tins::TCP::NOP:
        return 'N';
    case Tins::TCP::MSS:
        return 'M';
    case Tins::TCP::WSCALE:
        return 'W';
    case Tins::TCP::SACK_OK:
        return 'S';
    case Tins::TCP::TSOPT:
        return 'T';
    default:
        return '?';
    }
}

std::uint32_t read32(const std::uint8_t *data)
{
    return static_cast<std::uint32_t>(data[0]) << 24 | static_cast<std::uint32_t>(data[1]) << 16
        | static_cast<std::uint32_t>(data[2]) << 8 | data[3];
}

void readSack(const Tins::TCP::option &option, Segment &segment)
{
    constexpr std::size_t blockLength = 8;
    for (std::size_t at = 0; at + blockLength <= option.data_size(); at += blockLength)
        segment.sack.push_back({read32(option.data_ptr() + at), read32(option.data_ptr() + at + 4)});
}

void readOption(const Tins::TCP::option &option, Segment &segment)
{
    const std::uint8_t *data = option.data_ptr();
    const std::size_t size = option.data_size();
    switch (option.option()) {
    case Tins::TCP::MSS:
        if (size == 2)
            segment.mss = static_cast<std::uint16_t>(data[0] << 8 | data[1]);
        break;
    case Tins::TCP::WSCALE:
        if (size == 1)
            segment.windowScale = data[0];
        break;
    case Tins::TCP::SACK_OK:
        segment.sackPermitted = true;
        break;
    case Tins::TCP::SACK:
        readSack(option, segment);
        break;
    case Tins::TCP::TSOPT:
        if (size == 8)
            segment.timestamps = TcpTimestamps{read32(data), read32(data + 4)};
        break;
    default:
        break;
    }
}

Parsed segmentFrom(const IpHeader &header, const Tins::TCP &tcp, std::uint16_t localPort, Timestamp captured)
{
    const SocketAddress source{header.source, tcp.sport()};
    const SocketAddress destination{header.destination, tcp.dport()};
    const bool outgoing = source.port == localPort;
    if (!outgoing && destination.port != localPort)
        return std::nullopt;
    Segment segment{.flow = outgoing ? Flow{source, destination} : Flow{destination, source},
                    .direction = outgoing ? Direction::Outgoing : Direction::Incoming,
                    .captured = captured,
                    .ttl = header.ttl,
                    .flowLabel = header.flowLabel,
                    .sequence = tcp.seq(),
                    .acknowledged = tcp.ack_seq(),
                    .window = tcp.window(),
                    .flags = static_cast<std::uint8_t>(tcp.flags())};
    for (const auto &option : tcp.options()) {
        readOption(option, segment);
        if (segment.has(tcp_flag::syn))
            segment.optionOrder +=
                (segment.optionOrder.empty() ? "" : ",") + std::string(1, optionLetter(option));
    }
    const std::uint32_t tcpHeader = static_cast<std::uint32_t>(tcp.data_offset()) * 4;
    segment.payloadLength = header.payloadLength > tcpHeader ? header.payloadLength - tcpHeader : 0;
    if (const auto *payload = tcp.find_pdu<Tins::RawPDU>(); payload && outgoing)
        segment.payload = payload->payload();
    return segment;
}

template<class Icmp>
void readMpls(const Icmp &icmp, Quote &quote)
{
    for (const auto &extension : icmp.extensions().extensions()) {
        if (extension.extension_class() != mplsClass || extension.extension_type() != mplsType)
            continue;
        const auto &stack = extension.payload();
        for (std::size_t at = 0; at + 4 <= stack.size(); at += 4) {
            const std::uint32_t entry = read32(stack.data() + at);
            quote.mpls.push_back({.label = entry >> 12,
                                  .trafficClass = static_cast<std::uint8_t>(entry >> 9 & 0x7),
                                  .ttl = static_cast<std::uint8_t>(entry & 0xff),
                                  .bottomOfStack = (entry & 0x100) != 0});
        }
    }
}

template<class Icmp>
Parsed errorFrom(const Icmp &icmp, IcmpError error)
{
    const auto *quoted = icmp.template find_pdu<Tins::RawPDU>();
    if (!quoted || !readQuote(quoted->payload(), error))
        return std::nullopt;
    readMpls(icmp, error.quote);
    return error;
}

constexpr std::uint8_t fragmentationNeeded = 4; // code of ICMP "unreachable" (RFC 1191)

Parsed icmpFrom(const IpHeader &header, const Tins::ICMP &icmp, Timestamp captured)
{
    IcmpError error{.from = header.source,
                    .captured = captured,
                    .type = static_cast<std::uint8_t>(icmp.type()),
                    .code = icmp.code(),
                    .ttl = header.ttl};
    switch (icmp.type()) {
    case Tins::ICMP::ECHO_REPLY:
        return EchoAnswer{header.source, captured, icmp.id(), icmp.sequence(), header.ttl};
    case Tins::ICMP::TIME_EXCEEDED:
        error.kind = ReplyKind::TimeExceeded;
        return errorFrom(icmp, std::move(error));
    case Tins::ICMP::DEST_UNREACHABLE:
        error.kind = ReplyKind::Unreachable;
        error.mtu = icmp.code() == fragmentationNeeded ? icmp.mtu() : std::uint16_t{0};
        return errorFrom(icmp, std::move(error));
    default:
        return std::nullopt;
    }
}

Parsed icmpFrom(const IpHeader &header, const Tins::ICMPv6 &icmp, Timestamp captured)
{
    IcmpError error{.from = header.source,
                    .captured = captured,
                    .type = static_cast<std::uint8_t>(icmp.type()),
                    .code = icmp.code(),
                    .ttl = header.ttl};
    switch (icmp.type()) {
    case Tins::ICMPv6::ECHO_REPLY:
        return EchoAnswer{header.source, captured, icmp.identifier(), icmp.sequence(), header.ttl};
    case Tins::ICMPv6::TIME_EXCEEDED:
        error.kind = ReplyKind::TimeExceeded;
        return errorFrom(icmp, std::move(error));
    case Tins::ICMPv6::PACKET_TOOBIG: { // RFC 4443, 3.2: the MTU stands where an echo has its identifier
        const std::uint32_t mtu = static_cast<std::uint32_t>(icmp.identifier()) << 16 | icmp.sequence();
        error.mtu = static_cast<std::uint16_t>(std::min<std::uint32_t>(mtu, UINT16_MAX));
        error.kind = ReplyKind::Unreachable;
        return errorFrom(icmp, std::move(error));
    }
    case Tins::ICMPv6::DEST_UNREACHABLE:
        error.kind = ReplyKind::Unreachable;
        return errorFrom(icmp, std::move(error));
    default:
        return std::nullopt;
    }
}

Parsed parseV4(std::span<const std::uint8_t> packet, std::uint16_t localPort, Timestamp captured)
{
    const Tins::IP ip(packet.data(), static_cast<std::uint32_t>(packet.size()));
    const std::uint32_t headerLength = static_cast<std::uint32_t>(ip.head_len()) * 4;
    // A length of zero is what segmentation offload leaves behind: then all there is was captured.
    const std::uint32_t total = ip.tot_len() != 0 ? ip.tot_len() : static_cast<std::uint32_t>(packet.size());
    const IpHeader header{.source = toAddress(ip.src_addr()),
                          .destination = toAddress(ip.dst_addr()),
                          .ttl = ip.ttl(),
                          .payloadLength = total > headerLength ? total - headerLength : 0};
    if (const auto *tcp = ip.find_pdu<Tins::TCP>())
        return segmentFrom(header, *tcp, localPort, captured);
    if (const auto *icmp = ip.find_pdu<Tins::ICMP>())
        return icmpFrom(header, *icmp, captured);
    return std::nullopt;
}

Parsed parseV6(std::span<const std::uint8_t> packet, std::uint16_t localPort, Timestamp captured)
{
    const Tins::IPv6 ip(packet.data(), static_cast<std::uint32_t>(packet.size()));
    const std::uint32_t carried = ip.payload_length();
    const IpHeader header{
        .source = toAddress(ip.src_addr()),
        .destination = toAddress(ip.dst_addr()),
        .ttl = ip.hop_limit(),
        .flowLabel = static_cast<std::uint32_t>(ip.flow_label()),
        .payloadLength = carried != 0 ? carried : static_cast<std::uint32_t>(packet.size() - v6HeaderLength)};
    if (const auto *tcp = ip.find_pdu<Tins::TCP>())
        return segmentFrom(header, *tcp, localPort, captured);
    if (const auto *icmp = ip.find_pdu<Tins::ICMPv6>())
        return icmpFrom(header, *icmp, captured);
    return std::nullopt;
}

} // namespace

Result<std::optional<Sighting>> parsePacket(std::span<const std::uint8_t> packet, std::uint16_t localPort,
                                            Timestamp captured)
{
    if (packet.empty())
        return Error{ErrorCode::Malformed, "an empty packet"};
    try {
        switch (packet[0] >> 4) {
        case 4:
            return parseV4(packet, localPort, captured);
        case 6:
            return parseV6(packet, localPort, captured);
        default:
            return Error{ErrorCode::Malformed, "neither IPv4 nor IPv6"};
        }
    } catch (const std::exception &e) { // libtins throws on short and contradictory input
        return Error{ErrorCode::Malformed, e.what()};
    }
}

Result<std::optional<Sighting>> parseBareV6(std::uint8_t protocol, std::span<const std::uint8_t> payload,
                                            const BareV6 &header, std::uint16_t localPort, Timestamp captured)
{
    const auto size = static_cast<std::uint32_t>(payload.size());
    const IpHeader ip{
        .source = header.from, .destination = header.to, .ttl = header.hopLimit, .payloadLength = size};
    try {
        if (protocol == ip_protocol::icmpV6)
            return icmpFrom(ip, Tins::ICMPv6(payload.data(), size), captured);
        if (protocol == ip_protocol::tcp)
            return segmentFrom(ip, Tins::TCP(payload.data(), size), localPort, captured);
        return Parsed{};
    } catch (const std::exception &e) {
        return Error{ErrorCode::Malformed, e.what()};
    }
}

} // namespace parallax
