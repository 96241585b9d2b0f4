// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/packet_assembly.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace parallax {

/// Why a packet is sent only after a confirmation that names it.
enum class PacketDanger : std::uint8_t {
    ForgedSource, // not an address of this machine: the answers go to somebody else
    ManyHosts, // broadcast or multicast: everybody there may answer
    Land, // comes from the very place it goes to (CERT CA-1997-28)
    EndsConnection, // RST or FIN
    MovesRoutes, // ICMP redirect, router and neighbour advertisement
    IcmpError, // claims an error that no router met: connections believe it
    Fragment, // a piece whose rest the receiver waits for
    SourceRoute, // chooses the routers (RFC 7126)
    ManyPackets, // more than a handful, or faster than people look
};

constexpr std::size_t packetDangers = 9;

/// Worth knowing, but nobody is harmed.
enum class PacketHint : std::uint8_t {
    HeaderRewritten, // the kernel writes total length and checksum of IPv4 itself
    IdRewritten, // and an IP ID of 0 of what may be fragmented
    WrongChecksum, // the receiver throws it away
    NotForwarded, // no router carries it on: version, header length or TTL
    KernelResets, // an answer to our SYN meets no socket: the kernel sends a RST
    SourceUnknown, // no route: give a source
};

/// How often.
struct PacketRepeat {
    int count = 1;
    std::chrono::milliseconds interval{1000};

    bool operator==(const PacketRepeat &) const = default;
};

// No confirmation lifts these: a workbench is no flooder.
constexpr int mostPackets = 100;
constexpr std::chrono::milliseconds leastPacketInterval{10};
// From here on a confirmation is needed.
constexpr int fewPackets = 10;
constexpr std::chrono::milliseconds calmPacketInterval{100};
constexpr std::chrono::milliseconds longestPacketInterval{60'000};
constexpr std::chrono::milliseconds longestPacketWait{60'000};

/// This machine as a target sees it.
struct PacketSurroundings {
    IpAddress target{};
    std::vector<IpAddress> own{}; // addresses of this machine
    std::vector<IpAddress> broadcasts{}; // of its networks
    std::optional<IpAddress> source{}; // that packets to the target leave from

    bool operator==(const PacketSurroundings &) const = default;
};

/// Both in the order of their enums.
struct PacketFindings {
    std::vector<PacketDanger> dangers{};
    std::vector<PacketHint> hints{};

    bool operator==(const PacketFindings &) const = default;
};

PacketFindings judgePacket(const PacketDraft &draft, const AssembledPacket &packet,
                           const PacketRepeat &repeat, const PacketSurroundings &around);

/// The dangers that are not confirmed; all of them when others are confirmed than there are, since the user
/// then looked at another packet.
std::vector<PacketDanger> unconfirmed(const std::vector<PacketDanger> &dangers,
                                      const std::vector<PacketDanger> &confirmed);

/// InvalidArgument beyond a limit.
Result<void> checkRepeat(const PacketRepeat &repeat, std::chrono::milliseconds wait);

// Machine-readable names. Stable: extend, do not rename.
std::string_view nameOf(PacketDanger danger);
std::string_view nameOf(PacketHint hint);
std::optional<PacketDanger> packetDangerNamed(std::string_view name);

} // namespace parallax
