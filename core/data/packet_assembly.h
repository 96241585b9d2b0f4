// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/packet_draft.h"

namespace parallax {

/// A field where it came to lie.
struct PlacedField {
    const PacketFieldRow *row = nullptr; // of packetFields()
    std::size_t firstBit = 0; // from the packet's first
    std::size_t bits = 0;
    FieldValue value{}; // as it stands there

    bool operator==(const PlacedField &) const = default;
};

/// A draft made into bytes.
struct AssembledPacket {
    PacketBytes bytes{}; // from the IP header on
    std::vector<PlacedField> fields{}; // in the order of the wire

    const PlacedField *find(PacketField field) const;
    /// The number that a field holds; 0 where the packet has no such field.
    std::uint32_t number(PacketField field) const;
    bool operator==(const AssembledPacket &) const = default;
};

constexpr std::size_t largestIpPacket = 65'535; // bytes: as the total length can say (RFC 791)

/// Computes what the draft leaves open: lengths, protocol, checksums (RFC 1071; pseudo headers of RFC 9293,
/// 3.1 and RFC 8200, 8.1), and `usualSource` for the source. InvalidArgument names the field that cannot be.
Result<AssembledPacket> assemble(const PacketDraft &draft, const IpAddress &usualSource = {});

/// The checksum of the packet's transport as the receiver computes it comes out right.
bool transportChecksumHolds(const PacketDraft &draft, const AssembledPacket &packet);

} // namespace parallax
