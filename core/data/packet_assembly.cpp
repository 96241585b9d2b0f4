// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/packet_assembly.h"

#include "core/base/checksum.h"
#include "core/base/failure.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace parallax {

namespace {

constexpr std::size_t v4Header = 20;
constexpr std::size_t v6Header = 40;
constexpr std::size_t tcpHeader = 20;
constexpr std::size_t shortHeader = 8; // UDP and ICMP
constexpr std::size_t mostOptions = 40; // the header's length has four bits for words of 32 bits
constexpr std::size_t v4Addresses = 12; // where they begin
constexpr std::size_t v6Addresses = 8;

/// A draft on its way to bytes.
class Assembly
{
public:
    Assembly(const PacketDraft &draft, const IpAddress &usualSource)
        : m_draft(draft)
        , m_usualSource(usualSource)
        , m_isV4(draft.target().isV4())
        , m_ipLength(m_isV4 ? v4Header + padded(PacketField::IpOptions) : v6Header)
        , m_transportLength(draft.transport == PacketTransport::Tcp
                                ? tcpHeader + padded(PacketField::TcpOptions)
                                : shortHeader)
    {
    }

    Result<AssembledPacket> run()
    {
        if (auto fits = check(); !fits)
            return fits.error();
        const auto rows = fieldsOf(m_draft);
        m_packet.bytes.resize(total());
        m_packet.fields.reserve(rows.size());
        for (const PacketFieldRow *row : rows)
            place(*row);
        for (PlacedField &field : m_packet.fields) {
            const bool open = !m_draft.given.contains(field.row->field);
            if (open && field.row->field == PacketField::HeaderChecksum)
                write(field, headerChecksum());
            if (open && field.row->field == PacketField::Checksum)
                write(field, transportChecksum());
        }
        return std::move(m_packet);
    }

private:
    const PacketBytes *givenBytes(PacketField field) const
    {
        const auto found = m_draft.given.find(field);
        return found == m_draft.given.end() ? nullptr : std::get_if<PacketBytes>(&found->second);
    }

    std::size_t sizeOf(PacketField field) const
    {
        const PacketBytes *bytes = givenBytes(field);
        return bytes ? bytes->size() : 0;
    }

    /// Headers end on a word of 32 bits; zero is the option "end of list".
    std::size_t padded(PacketField field) const { return (sizeOf(field) + 3) / 4 * 4; }
    std::size_t total() const { return m_ipLength + m_transportLength + sizeOf(PacketField::Payload); }

    Result<void> check() const
    {
        for (const PacketFieldRow *row : fieldsOf(m_draft)) {
            const bool options =
                row->kind == PacketFieldRow::Kind::Bytes && row->field != PacketField::Payload;
            if (options && sizeOf(row->field) > mostOptions)
                return failure(ErrorCode::InvalidArgument,
                               QT_TRANSLATE_NOOP("Reasons", "%1 has at most 40 bytes"),
                               {std::string(row->name)});
        }
        if (total() > largestIpPacket)
            return Error{ErrorCode::InvalidArgument,
                         QT_TRANSLATE_NOOP("Reasons", "payload: a packet has at most 65535 bytes")};
        const auto *source = givenSource();
        if (source && source->isV4() != m_isV4)
            return Error{ErrorCode::InvalidArgument,
                         QT_TRANSLATE_NOOP("Reasons", "ip.source is of another IP version than ip.target")};
        return {};
    }

    const IpAddress *givenSource() const
    {
        const auto found = m_draft.given.find(PacketField::Source);
        return found == m_draft.given.end() ? nullptr : std::get_if<IpAddress>(&found->second);
    }

    IpAddress source() const
    {
        if (const auto *given = givenSource())
            return *given;
        return m_usualSource.isV4() == m_isV4 ? m_usualSource : IpAddress{};
    }

    std::size_t start(PacketHeader header) const
    {
        if (header == PacketHeader::Ipv4 || header == PacketHeader::Ipv6)
            return 0;
        return header == PacketHeader::Data ? m_ipLength + m_transportLength : m_ipLength;
    }

    std::uint32_t computed(const PacketFieldRow &row) const
    {
        const std::size_t carried = total() - m_ipLength;
        switch (row.field) {
        case PacketField::HeaderLength:
            return static_cast<std::uint32_t>(m_ipLength / 4);
        case PacketField::DataOffset:
            return static_cast<std::uint32_t>(m_transportLength / 4);
        case PacketField::TotalLength:
            return static_cast<std::uint32_t>(total());
        case PacketField::PayloadLength:
        case PacketField::UdpLength:
            return static_cast<std::uint32_t>(carried);
        case PacketField::Protocol:
            return protocolOf(m_draft);
        default:
            return row.usual; // and 0 for checksums, until everything else stands
        }
    }

    FieldValue valueOf(const PacketFieldRow &row) const
    {
        if (row.field == PacketField::Source)
            return source();
        if (row.field == PacketField::Target)
            return m_draft.target();
        if (row.kind == PacketFieldRow::Kind::Bytes) {
            const PacketBytes *bytes = givenBytes(row.field);
            return bytes ? *bytes : PacketBytes{};
        }
        const auto given = m_draft.number(row.field);
        return given ? std::min(*given, row.most()) : computed(row);
    }

    void place(const PacketFieldRow &row)
    {
        PlacedField field{.row = &row, .firstBit = start(row.header) * 8 + row.firstBit, .bits = row.bits};
        FieldValue value = valueOf(row);
        if (const auto *bytes = std::get_if<PacketBytes>(&value)) {
            field.bits = bytes->size() * 8;
            put(field.firstBit / 8, *bytes);
        }
        if (const auto *address = std::get_if<IpAddress>(&value)) {
            const std::span all(address->bytes());
            put(field.firstBit / 8, m_isV4 ? all.last(4) : all);
        }
        if (const auto *number = std::get_if<std::uint32_t>(&value))
            write(field, *number);
        field.value = std::move(value);
        m_packet.fields.push_back(std::move(field));
    }

    void put(std::size_t at, std::span<const std::uint8_t> bytes)
    {
        std::copy(bytes.begin(), bytes.end(), m_packet.bytes.begin() + static_cast<std::ptrdiff_t>(at));
    }

    void write(PlacedField &field, std::uint32_t number)
    {
        for (std::size_t bit = 0; bit < field.bits; ++bit) {
            const std::size_t at = field.firstBit + bit;
            const auto mask = static_cast<std::uint8_t>(0x80U >> (at % 8));
            std::uint8_t &byte = m_packet.bytes[at / 8];
            const bool set = (number >> (field.bits - 1 - bit) & 1U) != 0;
            byte = static_cast<std::uint8_t>(set ? byte | mask : byte & ~mask);
        }
        field.value = number;
    }

    std::uint16_t headerChecksum() const
    {
        return static_cast<std::uint16_t>(~onesComplementSum(std::span(m_packet.bytes).first(m_ipLength)));
    }

    std::uint16_t transportChecksum() const;

    const PacketDraft &m_draft;
    IpAddress m_usualSource;
    bool m_isV4;
    std::size_t m_ipLength;
    std::size_t m_transportLength;
    AssembledPacket m_packet;
};

/// Of what follows the IP header; ICMP alone has no pseudo header.
std::uint16_t transportSum(const PacketDraft &draft, std::span<const std::uint8_t> packet,
                           std::size_t ipLength)
{
    const auto carried = packet.subspan(ipLength);
    const bool isV4 = draft.target().isV4();
    if (isV4 && draft.transport == PacketTransport::Icmp)
        return onesComplementSum(carried);
    const auto addresses = isV4 ? packet.subspan(v4Addresses, 8) : packet.subspan(v6Addresses, 32);
    const std::array<std::uint8_t, 4> rest{0, protocolOf(draft),
                                           static_cast<std::uint8_t>(carried.size() >> 8),
                                           static_cast<std::uint8_t>(carried.size())};
    return onesComplementSum(carried, onesComplementSum(rest, onesComplementSum(addresses)));
}

std::uint16_t Assembly::transportChecksum() const
{
    const auto checksum = static_cast<std::uint16_t>(~transportSum(m_draft, m_packet.bytes, m_ipLength));
    // A UDP checksum of 0 means that there is none (RFC 768).
    return m_draft.transport == PacketTransport::Udp && checksum == 0 ? std::uint16_t{0xffff} : checksum;
}

} // namespace

const PlacedField *AssembledPacket::find(PacketField field) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [field](const PlacedField &placed) {
        return placed.row->field == field;
    });
    return found == fields.end() ? nullptr : &*found;
}

std::uint32_t AssembledPacket::number(PacketField field) const
{
    const PlacedField *placed = find(field);
    const auto *value = placed ? std::get_if<std::uint32_t>(&placed->value) : nullptr;
    return value ? *value : 0;
}

Result<AssembledPacket> assemble(const PacketDraft &draft, const IpAddress &usualSource)
{
    return Assembly(draft, usualSource).run();
}

bool transportChecksumHolds(const PacketDraft &draft, const AssembledPacket &packet)
{
    const PlacedField *checksum = packet.find(PacketField::Checksum);
    if (draft.transport == PacketTransport::Udp && draft.target().isV4()
        && packet.number(PacketField::Checksum) == 0)
        return true; // RFC 768: the sender computed none
    const std::size_t ipLength = (checksum->firstBit - checksum->row->firstBit) / 8;
    return transportSum(draft, packet.bytes, ipLength) == 0xffff;
}

} // namespace parallax
