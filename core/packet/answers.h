// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/packet_exchange.h"

#include <optional>
#include <span>

namespace parallax {

/// Where a packet of ours goes and by what its answers are known.
struct AwaitedPacket {
    PacketTransport transport = PacketTransport::Tcp;
    IpAddress source{};
    IpAddress target{};
    std::uint16_t ownPort = 0; // ICMP: the identifier
    std::uint16_t theirPort = 0; // ICMP: the sequence number
    bool manyMayAnswer = false; // the target is more than one host

    bool operator==(const AwaitedPacket &) const = default;
};
/// Which addresses are broadcasts of this machine's networks is the caller's to know.
AwaitedPacket awaitedFor(const PacketDraft &draft, const AssembledPacket &packet);

/// An IP packet that arrived, read as an answer to ours: of the same flow the other way round, or an ICMP
/// error that quotes it. Nothing when it is neither. To a packet for many hosts anybody may answer.
std::optional<PacketAnswer> answerIn(std::span<const std::uint8_t> packet, Timestamp received,
                                     const AwaitedPacket &awaited);

/// The IPv6 header that a raw socket keeps to itself, made anew before its payload.
struct KeptV6 {
    IpAddress from{};
    IpAddress to{};
    std::uint8_t protocol = 0;
    std::uint8_t hopLimit = 0;
};
PacketBytes withHeader(const KeptV6 &kept, std::span<const std::uint8_t> payload);

/// An IPv4 packet as the kernel sends it: total length and header checksum are its own (raw(7)). What it puts
/// in place of an identification or a source of 0 it does not tell.
PacketBytes asSent(PacketBytes packet);

} // namespace parallax
