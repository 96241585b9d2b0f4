// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/packet_copies.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace parallax {

namespace {

using namespace std::chrono_literals;

constexpr Duration longestBetween = 10ms; // microseconds as a rule; interfaces are emptied in turns

/// Where a TCP checksum lies, or would: a packet of ours may still lack it on the first interface, which
/// leaves it to the next or to the hardware.
std::size_t checksumAt(Octets packet)
{
    constexpr std::size_t inTcp = 16;
    constexpr std::size_t v6Header = 40;
    const bool isV4 = !packet.empty() && packet[0] >> 4 == 4;
    return (isV4 ? static_cast<std::size_t>(packet[0] & 0x0f) * 4 : v6Header) + inTcp;
}

std::size_t digestOf(Octets packet)
{
    const std::string_view bytes(reinterpret_cast<const char *>(packet.data()), packet.size());
    const std::size_t checksum = std::min(checksumAt(packet), bytes.size());
    const std::size_t behind = std::min(checksum + 2, bytes.size());
    const std::hash<std::string_view> hash;
    return hash(bytes.substr(0, checksum)) ^ (hash(bytes.substr(behind)) << 1);
}

} // namespace

bool PacketCopies::isCopy(Octets packet, std::uint32_t interface, Timestamp captured)
{
    const std::size_t digest = digestOf(packet);
    Seen &seen = m_seen[digest % m_seen.size()];
    const Duration apart = captured > seen.captured ? captured - seen.captured : seen.captured - captured;
    if (seen.digest == digest && seen.interface != 0 && seen.interface != interface && apart < longestBetween)
        return true;
    seen = {digest, interface, captured};
    return false;
}

} // namespace parallax
