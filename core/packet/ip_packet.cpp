// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/ip_packet.h"

#include "core/data/extension_header.h"
#include "core/data/segment.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr std::size_t v4Header = 20;
constexpr std::size_t v6Header = 40;
constexpr std::uint16_t offsetV4 = 0x1fff; // of the fragment, behind three flags

IpAddress addressV6(Octets packet, std::size_t at)
{
    IpAddress::Bytes bytes{};
    std::copy_n(packet.begin() + static_cast<std::ptrdiff_t>(at), bytes.size(), bytes.begin());
    return IpAddress::fromBytes(bytes);
}

/// A length of 0 is what segmentation offload leaves behind: then all there is was captured.
std::size_t lengthOnWire(std::uint16_t said, std::size_t captured)
{
    return said != 0 ? said : captured;
}

std::optional<IpPacket> readV4(Octets packet)
{
    const std::size_t header = packet.size() < v4Header ? 0 : static_cast<std::size_t>(packet[0] & 0x0f) * 4;
    if (header < v4Header || packet.size() < header)
        return std::nullopt;
    const std::size_t total = lengthOnWire(read16(packet, 2), packet.size());
    if (total < header)
        return std::nullopt;
    const bool laterFragment = (read16(packet, 6) & offsetV4) != 0;
    return IpPacket{.source = IpAddress::fromV4(read32(packet, 12)),
                    .destination = IpAddress::fromV4(read32(packet, 16)),
                    .protocol = laterFragment ? ip_protocol::none : packet[9],
                    .ttl = packet[8],
                    .carriedLength = static_cast<std::uint32_t>(total - header),
                    .carried = packet.subspan(header, std::min(total, packet.size()) - header)};
}

/// Goes behind the extension headers. False where one is cut short.
bool skipExtensions(IpPacket &ip)
{
    while (isExtension(ip.protocol)) {
        const auto header = readExtension(ip.protocol, ip.carried);
        if (!header || ip.carried.size() < header->length || ip.carriedLength < header->length)
            return false;
        ip.protocol = header->fragmentOffset != 0 ? ip_protocol::none : header->next;
        ip.carried = ip.carried.subspan(header->length);
        ip.carriedLength -= static_cast<std::uint32_t>(header->length);
    }
    return true;
}

std::optional<IpPacket> readV6(Octets packet)
{
    if (packet.size() < v6Header)
        return std::nullopt;
    const Octets rest = packet.subspan(v6Header);
    const std::size_t length = lengthOnWire(read16(packet, 4), rest.size());
    IpPacket ip{.source = addressV6(packet, 8),
                .destination = addressV6(packet, 24),
                .protocol = packet[6],
                .ttl = packet[7],
                .flowLabel = read32(packet, 0) & 0xfffffU,
                .carriedLength = static_cast<std::uint32_t>(length),
                .carried = rest.first(std::min(length, rest.size()))};
    return skipExtensions(ip) ? std::optional(ip) : std::nullopt;
}

} // namespace

std::optional<IpPacket> readIpPacket(Octets packet)
{
    const int version = packet.empty() ? 0 : packet[0] >> 4;
    if (version == 4)
        return readV4(packet);
    return version == 6 ? readV6(packet) : std::nullopt;
}

} // namespace parallax
