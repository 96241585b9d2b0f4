// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/saved_packets.h"

#include "core/base/octets.h"

#include <algorithm>
#include <array>
#include <string>

namespace parallax {

namespace {

// In the order of their enum.
constexpr std::array<std::string_view, 8> kinds{"syn_ack",    "reset",         "segment",     "datagram",
                                                "echo_reply", "time_exceeded", "unreachable", "other_icmp"};

std::string commentOn(const PacketAnswer &answer)
{
    std::string comment = "answer: " + std::string(nameOf(answer.kind));
    if (answer.after) // microseconds, since six digits of milliseconds say more than any path is steady
        comment += ", after "
            + std::to_string(std::chrono::duration_cast<std::chrono::microseconds>(*answer.after).count())
            + " us";
    return comment + (answer.headerRebuilt ? "; IPv6 header made anew" : "");
}

/// What the kernel puts in place of zeros it does not tell (raw(7)): the bytes still have them.
std::string commentOnSent(Octets packet)
{
    constexpr std::size_t leastHeader = 20; // RFC 791
    constexpr std::size_t idAt = 4;
    constexpr std::size_t flagsAt = 6;
    constexpr std::size_t sourceAt = 12;
    constexpr std::uint16_t dontFragment = 0x4000; // with it an identification of 0 stays
    std::string comment = "sent by Parallax";
    if (packet.size() < leastHeader || packet[0] >> 4 != 4)
        return comment;
    if (read16(packet, idAt) == 0 && (read16(packet, flagsAt) & dontFragment) == 0)
        comment += "; the kernel chose its identification";
    if (read32(packet, sourceAt) == 0)
        comment += "; the kernel chose its source";
    return comment;
}

} // namespace

std::string_view nameOf(PacketAnswer::Kind kind)
{
    return kinds.at(static_cast<std::size_t>(kind));
}

std::vector<SavedPacket> savedExchange(const std::vector<SentPacket> &sent,
                                       const std::vector<PacketAnswer> &answers)
{
    std::vector<SavedPacket> all;
    all.reserve(sent.size() + answers.size());
    for (const SentPacket &packet : sent)
        all.push_back({.at = packet.at, .bytes = packet.bytes, .comment = commentOnSent(packet.bytes)});
    for (const PacketAnswer &answer : answers)
        all.push_back({.at = answer.received, .bytes = answer.bytes, .comment = commentOn(answer)});
    std::stable_sort(all.begin(), all.end(),
                     [](const SavedPacket &a, const SavedPacket &b) { return a.at < b.at; });
    return all;
}

} // namespace parallax
