// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/data/packet_dangers.h"
#include "core/data/packet_draft.h"

#include <chrono>
#include <string>
#include <variant>
#include <vector>

namespace parallax {

/// A packet to send, and how long to look for its answers.
struct PacketRequest {
    PacketDraft draft{};
    PacketRepeat repeat{};
    std::chrono::milliseconds wait{2000}; // for answers, after the last copy
    std::vector<PacketDanger> confirmed{}; // exactly what the user was told

    bool operator==(const PacketRequest &) const = default;
};

/// A packet as it left.
struct SentPacket {
    Timestamp at{};
    bool kernelStamped = false;
    PacketBytes bytes{}; // what the kernel rewrites included

    bool operator==(const SentPacket &) const = default;
};

/// A packet that came back.
struct PacketAnswer {
    enum class Kind : std::uint8_t {
        SynAck,
        Reset,
        Segment,
        Datagram,
        EchoReply,
        TimeExceeded,
        Unreachable,
        OtherIcmp
    };

    Kind kind = Kind::Segment;
    IpAddress from{};
    Timestamp received{}; // by the kernel
    std::optional<std::size_t> copy{}; // that it answers, from 0
    std::optional<Duration> after{}; // since that copy left
    std::uint8_t ttl = 0; // as received; IPv6: hop limit
    std::uint8_t icmpType = 0; // ICMP only
    std::uint8_t icmpCode = 0;
    std::uint8_t tcpFlags = 0; // TCP only
    PacketBytes bytes{}; // from the IP header on; IPv6: a header made anew, since the kernel keeps it
    bool headerRebuilt = false;

    bool operator==(const PacketAnswer &) const = default;
};

/// What is known around a target: answers the command that asks for it.
struct PacketSurroundingsFound {
    PacketSurroundings surroundings{};
    bool operator==(const PacketSurroundingsFound &) const = default;
};
struct PacketSent {
    SentPacket packet{};
    bool operator==(const PacketSent &) const = default;
};
struct PacketAnswered {
    PacketAnswer answer{};
    bool operator==(const PacketAnswered &) const = default;
};
/// Over: the wait is, or every copy is answered, or it was stopped.
struct PacketsDone {
    int sent = 0;
    int answers = 0;
    bool stopped = false; // before the wait was over
    bool operator==(const PacketsDone &) const = default;
};
/// Nothing more is sent. `missing`: what a confirmation has to name.
struct PacketRefused {
    Error error{};
    std::vector<PacketDanger> missing{};
};

/// What happens at the workbench, in its order.
using PacketUpdate =
    std::variant<PacketSurroundingsFound, PacketSent, PacketAnswered, PacketsDone, PacketRefused>;

/// One packet for a savefile.
struct SavedPacket {
    Timestamp at{};
    PacketBytes bytes{}; // from the IP header on
    std::string comment{};

    bool operator==(const SavedPacket &) const = default;
};

} // namespace parallax
