// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/read_packet.h"

#include <algorithm>

namespace parallax {

namespace {

// RFC 791; RFC 8200, 3 and 4; RFC 4302.
constexpr std::size_t v4Header = 20;
constexpr std::size_t v6Header = 40;
constexpr std::size_t fragmentAtV4 = 6;
constexpr std::size_t protocolAtV4 = 9;
constexpr std::size_t protocolAtV6 = 6;
constexpr std::uint16_t fragmentBitsV4 = 0x3fff; // more fragments, and the offset
constexpr std::size_t leastExtension = 8;
constexpr std::uint8_t hopByHop = 0;
constexpr std::uint8_t routing = 43;
constexpr std::uint8_t fragment = 44;
constexpr std::uint8_t authentication = 51;
constexpr std::uint8_t destinationOptions = 60;

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

bool isExtension(std::uint8_t protocol)
{
    return protocol == hopByHop || protocol == routing || protocol == fragment || protocol == authentication
        || protocol == destinationOptions;
}

std::size_t lengthOf(std::uint8_t extension, std::uint8_t said)
{
    if (extension == fragment)
        return leastExtension;
    return extension == authentication ? (said + std::size_t{2}) * 4 : (said + std::size_t{1}) * 8;
}

ReadPacket readV6(Octets packet)
{
    ReadPacket read{.isV4 = false, .protocol = packet[protocolAtV6], .carried = packet.subspan(v6Header)};
    while (isExtension(read.protocol)) {
        read.chooses = read.chooses || read.protocol == routing;
        read.isFragment = read.isFragment || read.protocol == fragment;
        if (read.carried.size() < leastExtension)
            break;
        const std::size_t length = lengthOf(read.protocol, read.carried[1]);
        read.protocol = read.carried[0];
        read.carried = read.carried.subspan(std::min(length, read.carried.size()));
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
