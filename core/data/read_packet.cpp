// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/read_packet.h"

#include "core/data/extension_header.h"

#include <algorithm>

namespace parallax {

namespace {

// RFC 791; RFC 8200, 3.
constexpr std::size_t v4Header = 20;
constexpr std::size_t v6Header = 40;
constexpr std::size_t fragmentAtV4 = 6;
constexpr std::size_t protocolAtV4 = 9;
constexpr std::size_t protocolAtV6 = 6;
constexpr std::uint16_t fragmentBitsV4 = 0x3fff; // more fragments, and the offset

ReadPacket readV4(Octets packet)
{
    const std::size_t said = static_cast<std::size_t>(packet[0] & 0x0f) * 4;
    const std::size_t header =
        std::clamp(said, v4Header, packet.size()); // whatever is damaged is not carried on
    return {.protocol = packet[protocolAtV4],
            .options = packet.subspan(v4Header, header - v4Header),
            .carried = packet.subspan(header),
            .isFragment = (read16(packet, fragmentAtV4) & fragmentBitsV4) != 0};
}

ReadPacket readV6(Octets packet)
{
    ReadPacket read{.isV4 = false, .protocol = packet[protocolAtV6], .carried = packet.subspan(v6Header)};
    while (isExtension(read.protocol)) {
        read.chooses = read.chooses || read.protocol == ExtensionHeader::routing;
        read.isFragment = read.isFragment || read.protocol == ExtensionHeader::fragment;
        const auto header = readExtension(read.protocol, read.carried);
        if (!header)
            break;
        read.protocol = header->next;
        read.carried = read.carried.subspan(std::min(header->length, read.carried.size()));
    }
    return read;
}

} // namespace

std::optional<std::uint8_t> ReadPacket::byteOf(std::uint8_t wanted, std::size_t at) const
{
    if (protocol != wanted || at >= carried.size())
        return std::nullopt;
    return carried[at];
}

ReadPacket readPacket(Octets packet, bool isV4)
{
    if (packet.size() < (isV4 ? v4Header : v6Header))
        return {.isV4 = isV4};
    return isV4 ? readV4(packet) : readV6(packet);
}

} // namespace parallax
