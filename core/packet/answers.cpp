// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/answers.h"

#include "core/base/checksum.h"
#include "core/data/segment.h"
#include "core/packet/ip_packet.h"
#include "core/packet/quote.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

constexpr std::size_t v4Header = 20;
constexpr std::size_t v6Header = 40;
constexpr std::size_t shortHeader = 8; // UDP and ICMP
constexpr std::size_t flagsAt = 13; // of a TCP header

bool mayAnswer(const IpAddress &from, const AwaitedPacket &awaited)
{
    return from == awaited.target || awaited.manyMayAnswer;
}

/// Ours, as this machine hears its own broadcasts and what it sends to a group that it joined. The target of
/// IPv6 is not known here: raw sockets keep it to themselves.
bool isOwnCopy(const IpPacket &arrived, const AwaitedPacket &awaited)
{
    return awaited.manyMayAnswer && arrived.source == awaited.source
        && (!arrived.source.isV4() || arrived.destination == awaited.target);
}

bool isOfFlow(const IpPacket &arrived, const AwaitedPacket &awaited)
{
    return mayAnswer(arrived.source, awaited) && !isOwnCopy(arrived, awaited)
        && read16(arrived.carried, 0) == awaited.theirPort && read16(arrived.carried, 2) == awaited.ownPort;
}

PacketAnswer answerFrom(const IpPacket &arrived, PacketAnswer::Kind kind)
{
    return {.kind = kind, .from = arrived.source, .ttl = arrived.ttl};
}

std::optional<PacketAnswer> tcpAnswer(const IpPacket &arrived, const AwaitedPacket &awaited)
{
    if (awaited.transport != PacketTransport::Tcp || arrived.carried.size() <= flagsAt
        || !isOfFlow(arrived, awaited))
        return std::nullopt;
    const std::uint8_t flags = arrived.carried[flagsAt];
    const bool opens = (flags & tcp_flag::syn) != 0 && (flags & tcp_flag::ack) != 0;
    const bool resets = (flags & tcp_flag::rst) != 0;
    PacketAnswer answer = answerFrom(arrived,
                                     resets      ? PacketAnswer::Kind::Reset
                                         : opens ? PacketAnswer::Kind::SynAck
                                                 : PacketAnswer::Kind::Segment);
    answer.tcpFlags = flags;
    return answer;
}

std::optional<PacketAnswer> udpAnswer(const IpPacket &arrived, const AwaitedPacket &awaited)
{
    if (awaited.transport != PacketTransport::Udp || arrived.carried.size() < shortHeader
        || !isOfFlow(arrived, awaited))
        return std::nullopt;
    return answerFrom(arrived, PacketAnswer::Kind::Datagram);
}

/// The packet that an ICMP error quotes is ours. A NAT may have changed its source, never its target.
bool quotesOurs(Octets quoted, const AwaitedPacket &awaited)
{
    IcmpError error;
    if (!readQuote(quoted, error) && awaited.transport != PacketTransport::Icmp)
        return false;
    const std::uint8_t protocol = awaited.transport == PacketTransport::Tcp ? ip_protocol::tcp
        : awaited.transport == PacketTransport::Udp                         ? ip_protocol::udp
        : awaited.target.isV4()                                             ? ip_protocol::icmp
                                                                            : ip_protocol::icmpV6;
    return error.quotedProtocol == protocol && error.quotedFlow.remote.address == awaited.target
        && error.quotedFlow.local.port == awaited.ownPort
        && error.quotedFlow.remote.port == awaited.theirPort;
}

// RFC 792, RFC 1191, RFC 950; RFC 4443.
struct IcmpMeaning {
    bool v6;
    std::uint8_t type;
    PacketAnswer::Kind kind;
    bool quotes;
};
constexpr std::array meanings{
    IcmpMeaning{false, 0, PacketAnswer::Kind::EchoReply, false},
    IcmpMeaning{false, 3, PacketAnswer::Kind::Unreachable, true},
    IcmpMeaning{false, 5, PacketAnswer::Kind::OtherIcmp, true},
    IcmpMeaning{false, 11, PacketAnswer::Kind::TimeExceeded, true},
    IcmpMeaning{false, 12, PacketAnswer::Kind::OtherIcmp, true},
    IcmpMeaning{false, 14, PacketAnswer::Kind::OtherIcmp, false},
    IcmpMeaning{true, 1, PacketAnswer::Kind::Unreachable, true},
    IcmpMeaning{true, 2, PacketAnswer::Kind::OtherIcmp, true},
    IcmpMeaning{true, 3, PacketAnswer::Kind::TimeExceeded, true},
    IcmpMeaning{true, 4, PacketAnswer::Kind::OtherIcmp, true},
    IcmpMeaning{true, 129, PacketAnswer::Kind::EchoReply, false},
};

std::optional<PacketAnswer> icmpAnswer(const IpPacket &arrived, const AwaitedPacket &awaited)
{
    const Octets &icmp = arrived.carried;
    const bool v6 = arrived.protocol == ip_protocol::icmpV6;
    if (icmp.size() < shortHeader)
        return std::nullopt;
    const auto meaning = std::find_if(meanings.begin(), meanings.end(), [&](const IcmpMeaning &each) {
        return each.v6 == v6 && each.type == icmp[0];
    });
    if (meaning == meanings.end())
        return std::nullopt;
    const bool ours = meaning->quotes
        ? quotesOurs(icmp.subspan(shortHeader), awaited)
        : awaited.transport == PacketTransport::Icmp && mayAnswer(arrived.source, awaited)
            && read16(icmp, 4) == awaited.ownPort && read16(icmp, 6) == awaited.theirPort;
    if (!ours)
        return std::nullopt;
    PacketAnswer answer = answerFrom(arrived, meaning->kind);
    answer.icmpType = icmp[0];
    answer.icmpCode = icmp[1];
    return answer;
}

} // namespace

AwaitedPacket awaitedFor(const PacketDraft &draft, const AssembledPacket &packet)
{
    const bool icmp = draft.transport == PacketTransport::Icmp;
    const auto read = [&](PacketField field) { return static_cast<std::uint16_t>(packet.number(field)); };
    return {.transport = draft.transport,
            .source = std::get<IpAddress>(packet.find(PacketField::Source)->value),
            .target = draft.target(),
            .ownPort = read(icmp ? PacketField::IcmpIdentifier : PacketField::SourcePort),
            .theirPort = read(icmp ? PacketField::IcmpSequence : PacketField::TargetPort),
            .manyMayAnswer = !draft.target().isOneHost()};
}

std::optional<PacketAnswer> answerIn(Octets packet, Timestamp received, const AwaitedPacket &awaited)
{
    const auto arrived = readIpPacket(packet);
    if (!arrived)
        return std::nullopt;
    std::optional<PacketAnswer> answer;
    if (arrived->protocol == ip_protocol::tcp)
        answer = tcpAnswer(*arrived, awaited);
    if (arrived->protocol == ip_protocol::udp)
        answer = udpAnswer(*arrived, awaited);
    if (arrived->protocol == ip_protocol::icmp || arrived->protocol == ip_protocol::icmpV6)
        answer = icmpAnswer(*arrived, awaited);
    if (answer) {
        answer->received = received;
        answer->bytes.assign(packet.begin(), packet.end());
    }
    return answer;
}

PacketBytes withHeader(const KeptV6 &kept, Octets payload)
{
    PacketBytes packet(v6Header + payload.size());
    packet[0] = 6 << 4;
    packet[4] = static_cast<std::uint8_t>(payload.size() >> 8);
    packet[5] = static_cast<std::uint8_t>(payload.size());
    packet[6] = kept.protocol;
    packet[7] = kept.hopLimit;
    std::copy(kept.from.bytes().begin(), kept.from.bytes().end(), packet.begin() + 8);
    std::copy(kept.to.bytes().begin(), kept.to.bytes().end(), packet.begin() + 24);
    std::copy(payload.begin(), payload.end(), packet.begin() + v6Header);
    return packet;
}

PacketBytes asSent(PacketBytes packet)
{
    const std::size_t header = packet.empty() ? 0 : static_cast<std::size_t>(packet[0] & 0x0f) * 4;
    const bool rewritten =
        !packet.empty() && packet[0] >> 4 == 4 && header >= v4Header && header <= packet.size();
    if (!rewritten)
        return packet;
    packet[2] = static_cast<std::uint8_t>(packet.size() >> 8);
    packet[3] = static_cast<std::uint8_t>(packet.size());
    packet[10] = 0;
    packet[11] = 0;
    const auto checksum = static_cast<std::uint16_t>(~onesComplementSum(std::span(packet).first(header)));
    packet[10] = static_cast<std::uint8_t>(checksum >> 8);
    packet[11] = static_cast<std::uint8_t>(checksum);
    return packet;
}

} // namespace parallax
