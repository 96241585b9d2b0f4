// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace parallax {

enum class PacketTransport : std::uint8_t { Tcp, Udp, Icmp };

/// The parts of a packet, each with fields of its own.
enum class PacketHeader : std::uint8_t { Ipv4, Ipv6, Tcp, Udp, Icmp, IcmpV6, Data };

/// What a field means. Where two headers have a field of the same meaning it is one of these, so that a draft
/// keeps it when its target is of another IP version.
enum class PacketField : std::uint8_t {
    Version,
    HeaderLength,
    Dscp,
    Ecn,
    FlowLabel,
    TotalLength,
    PayloadLength,
    Id,
    ReservedBit,
    DontFragment,
    MoreFragments,
    FragmentOffset,
    Ttl,
    Protocol,
    HeaderChecksum,
    Source,
    Target,
    IpOptions,
    SourcePort,
    TargetPort,
    Sequence,
    Acknowledged,
    DataOffset,
    TcpReserved,
    TcpFlags,
    Window,
    UrgentPointer,
    TcpOptions,
    UdpLength,
    IcmpType,
    IcmpCode,
    IcmpIdentifier,
    IcmpSequence,
    Checksum,
    Payload,
};

using PacketBytes = std::vector<std::uint8_t>;
/// By the kind of its field: a number, an address or bytes.
using FieldValue = std::variant<std::uint32_t, IpAddress, PacketBytes>;

/// A packet as somebody wants it: what was given of its fields. The others are computed, or have their usual
/// value.
struct PacketDraft {
    PacketTransport transport = PacketTransport::Tcp;
    std::map<PacketField, FieldValue> given{};

    /// This machine itself, as long as nothing is given.
    IpAddress target() const;
    /// What was given for a field of numbers.
    std::optional<std::uint32_t> number(PacketField field) const;
    bool operator==(const PacketDraft &) const = default;
};

/// One field of one header: its name, where it lies (RFC 791, 768, 792, 4443, 8200, 9293) and what it holds.
struct PacketFieldRow {
    enum class Kind : std::uint8_t { Number, Hex, Flags, Address, Bytes };

    PacketField field{};
    PacketHeader header{};
    std::string_view name; // "tcp.flags"; stable: extend, do not rename
    Kind kind = Kind::Number;
    std::uint16_t firstBit = 0; // from its header's first
    std::uint16_t bits = 0; // of Bytes: as many as there are
    bool computed = false; // as long as nothing is given
    std::uint32_t usual = 0; // otherwise

    /// The largest number that fits.
    std::uint32_t most() const { return bits >= 32 ? UINT32_MAX : (1U << bits) - 1; }
    bool operator==(const PacketFieldRow &) const = default;
};

/// The one table, in the order of the wire.
std::span<const PacketFieldRow> packetFields();
/// Those of the headers that this draft has.
std::vector<const PacketFieldRow *> fieldsOf(const PacketDraft &draft);
/// IP, transport and data, in this order.
std::vector<PacketHeader> headersOf(const PacketDraft &draft);
/// The protocol number of the draft's transport, whatever its IP header claims.
std::uint8_t protocolOf(const PacketDraft &draft);

} // namespace parallax
