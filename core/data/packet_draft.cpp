// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/packet_draft.h"

#include "core/data/segment.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

using Field = PacketField;
using Header = PacketHeader;
using Kind = PacketFieldRow::Kind;

constexpr std::uint32_t usualTtl = 64; // RFC 1700
// Neither among the ports that Linux gives to connections nor among those of our traces.
constexpr std::uint32_t usualSourcePort = 28'700;
constexpr std::uint32_t usualWindow = 64'240;
constexpr std::uint32_t loopback = 0x7f000001;

constexpr std::array table{
    PacketFieldRow{Field::Version, Header::Ipv4, "ip.version", Kind::Number, 0, 4, false, 4},
    PacketFieldRow{Field::HeaderLength, Header::Ipv4, "ip.header_length", Kind::Number, 4, 4, true},
    PacketFieldRow{Field::Dscp, Header::Ipv4, "ip.dscp", Kind::Number, 8, 6},
    PacketFieldRow{Field::Ecn, Header::Ipv4, "ip.ecn", Kind::Number, 14, 2},
    PacketFieldRow{Field::TotalLength, Header::Ipv4, "ip.total_length", Kind::Number, 16, 16, true},
    PacketFieldRow{Field::Id, Header::Ipv4, "ip.id", Kind::Hex, 32, 16, false, 1},
    PacketFieldRow{Field::ReservedBit, Header::Ipv4, "ip.reserved", Kind::Number, 48, 1},
    PacketFieldRow{Field::DontFragment, Header::Ipv4, "ip.dont_fragment", Kind::Number, 49, 1, false, 1},
    PacketFieldRow{Field::MoreFragments, Header::Ipv4, "ip.more_fragments", Kind::Number, 50, 1},
    PacketFieldRow{Field::FragmentOffset, Header::Ipv4, "ip.fragment_offset", Kind::Number, 51, 13},
    PacketFieldRow{Field::Ttl, Header::Ipv4, "ip.ttl", Kind::Number, 64, 8, false, usualTtl},
    PacketFieldRow{Field::Protocol, Header::Ipv4, "ip.protocol", Kind::Number, 72, 8, true},
    PacketFieldRow{Field::HeaderChecksum, Header::Ipv4, "ip.checksum", Kind::Hex, 80, 16, true},
    PacketFieldRow{Field::Source, Header::Ipv4, "ip.source", Kind::Address, 96, 32, true},
    PacketFieldRow{Field::Target, Header::Ipv4, "ip.target", Kind::Address, 128, 32},
    PacketFieldRow{Field::IpOptions, Header::Ipv4, "ip.options", Kind::Bytes, 160},

    PacketFieldRow{Field::Version, Header::Ipv6, "ip.version", Kind::Number, 0, 4, false, 6},
    PacketFieldRow{Field::Dscp, Header::Ipv6, "ip.dscp", Kind::Number, 4, 6},
    PacketFieldRow{Field::Ecn, Header::Ipv6, "ip.ecn", Kind::Number, 10, 2},
    PacketFieldRow{Field::FlowLabel, Header::Ipv6, "ip.flow_label", Kind::Hex, 12, 20},
    PacketFieldRow{Field::PayloadLength, Header::Ipv6, "ip.payload_length", Kind::Number, 32, 16, true},
    PacketFieldRow{Field::Protocol, Header::Ipv6, "ip.protocol", Kind::Number, 48, 8, true},
    PacketFieldRow{Field::Ttl, Header::Ipv6, "ip.ttl", Kind::Number, 56, 8, false, usualTtl},
    PacketFieldRow{Field::Source, Header::Ipv6, "ip.source", Kind::Address, 64, 128, true},
    PacketFieldRow{Field::Target, Header::Ipv6, "ip.target", Kind::Address, 192, 128},

    PacketFieldRow{Field::SourcePort, Header::Tcp, "tcp.source_port", Kind::Number, 0, 16, false,
                   usualSourcePort},
    PacketFieldRow{Field::TargetPort, Header::Tcp, "tcp.target_port", Kind::Number, 16, 16, false, 80},
    PacketFieldRow{Field::Sequence, Header::Tcp, "tcp.sequence", Kind::Number, 32, 32, false, 1000},
    PacketFieldRow{Field::Acknowledged, Header::Tcp, "tcp.acknowledged", Kind::Number, 64, 32},
    PacketFieldRow{Field::DataOffset, Header::Tcp, "tcp.data_offset", Kind::Number, 96, 4, true},
    PacketFieldRow{Field::TcpReserved, Header::Tcp, "tcp.reserved", Kind::Number, 100, 4},
    PacketFieldRow{Field::TcpFlags, Header::Tcp, "tcp.flags", Kind::Flags, 104, 8, false, tcp_flag::syn},
    PacketFieldRow{Field::Window, Header::Tcp, "tcp.window", Kind::Number, 112, 16, false, usualWindow},
    PacketFieldRow{Field::Checksum, Header::Tcp, "tcp.checksum", Kind::Hex, 128, 16, true},
    PacketFieldRow{Field::UrgentPointer, Header::Tcp, "tcp.urgent", Kind::Number, 144, 16},
    PacketFieldRow{Field::TcpOptions, Header::Tcp, "tcp.options", Kind::Bytes, 160},

    PacketFieldRow{Field::SourcePort, Header::Udp, "udp.source_port", Kind::Number, 0, 16, false,
                   usualSourcePort},
    PacketFieldRow{Field::TargetPort, Header::Udp, "udp.target_port", Kind::Number, 16, 16, false, 33'434},
    PacketFieldRow{Field::UdpLength, Header::Udp, "udp.length", Kind::Number, 32, 16, true},
    PacketFieldRow{Field::Checksum, Header::Udp, "udp.checksum", Kind::Hex, 48, 16, true},

    PacketFieldRow{Field::IcmpType, Header::Icmp, "icmp.type", Kind::Number, 0, 8, false, 8},
    PacketFieldRow{Field::IcmpCode, Header::Icmp, "icmp.code", Kind::Number, 8, 8},
    PacketFieldRow{Field::Checksum, Header::Icmp, "icmp.checksum", Kind::Hex, 16, 16, true},
    PacketFieldRow{Field::IcmpIdentifier, Header::Icmp, "icmp.identifier", Kind::Number, 32, 16, false, 1},
    PacketFieldRow{Field::IcmpSequence, Header::Icmp, "icmp.sequence", Kind::Number, 48, 16, false, 1},

    PacketFieldRow{Field::IcmpType, Header::IcmpV6, "icmp.type", Kind::Number, 0, 8, false, 128},
    PacketFieldRow{Field::IcmpCode, Header::IcmpV6, "icmp.code", Kind::Number, 8, 8},
    PacketFieldRow{Field::Checksum, Header::IcmpV6, "icmp.checksum", Kind::Hex, 16, 16, true},
    PacketFieldRow{Field::IcmpIdentifier, Header::IcmpV6, "icmp.identifier", Kind::Number, 32, 16, false, 1},
    PacketFieldRow{Field::IcmpSequence, Header::IcmpV6, "icmp.sequence", Kind::Number, 48, 16, false, 1},

    PacketFieldRow{Field::Payload, Header::Data, "payload", Kind::Bytes, 0},
};

} // namespace

IpAddress PacketDraft::target() const
{
    const auto found = given.find(PacketField::Target);
    const auto *address = found == given.end() ? nullptr : std::get_if<IpAddress>(&found->second);
    return address ? *address : IpAddress::fromV4(loopback);
}

std::optional<std::uint32_t> PacketDraft::number(PacketField field) const
{
    const auto found = given.find(field);
    const auto *value = found == given.end() ? nullptr : std::get_if<std::uint32_t>(&found->second);
    return value ? std::optional(*value) : std::nullopt;
}

std::span<const PacketFieldRow> packetFields()
{
    return table;
}

std::vector<PacketHeader> headersOf(const PacketDraft &draft)
{
    const bool isV4 = draft.target().isV4();
    PacketHeader transport = PacketHeader::Tcp;
    if (draft.transport == PacketTransport::Udp)
        transport = PacketHeader::Udp;
    if (draft.transport == PacketTransport::Icmp)
        transport = isV4 ? PacketHeader::Icmp : PacketHeader::IcmpV6;
    return {isV4 ? PacketHeader::Ipv4 : PacketHeader::Ipv6, transport, PacketHeader::Data};
}

std::vector<const PacketFieldRow *> fieldsOf(const PacketDraft &draft)
{
    const auto headers = headersOf(draft);
    std::vector<const PacketFieldRow *> rows;
    rows.reserve(table.size());
    for (const PacketFieldRow &row : table) {
        if (std::find(headers.begin(), headers.end(), row.header) != headers.end())
            rows.push_back(&row);
    }
    return rows;
}

std::uint8_t protocolOf(const PacketDraft &draft)
{
    switch (draft.transport) {
    case PacketTransport::Tcp:
        return ip_protocol::tcp;
    case PacketTransport::Udp:
        return ip_protocol::udp;
    case PacketTransport::Icmp:
        break;
    }
    return draft.target().isV4() ? ip_protocol::icmp : ip_protocol::icmpV6;
}

} // namespace parallax
