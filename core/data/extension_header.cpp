// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/extension_header.h"

namespace parallax {

namespace {

constexpr std::size_t least = 8;
constexpr std::uint16_t offsetBits = 0xfff8; // of the fragment, before three others
constexpr std::uint8_t hopByHop = 0;
constexpr std::uint8_t authentication = 51;
constexpr std::uint8_t destinationOptions = 60;

std::size_t lengthOf(std::uint8_t kind, std::uint8_t said)
{
    if (kind == ExtensionHeader::fragment)
        return least;
    return kind == authentication ? (said + std::size_t{2}) * 4 : (said + std::size_t{1}) * 8;
}

} // namespace

bool isExtension(std::uint8_t protocol)
{
    return protocol == hopByHop || protocol == ExtensionHeader::routing
        || protocol == ExtensionHeader::fragment || protocol == authentication
        || protocol == destinationOptions;
}

std::optional<ExtensionHeader> readExtension(std::uint8_t kind, Octets rest)
{
    if (rest.size() < least)
        return std::nullopt;
    const bool isFragment = kind == ExtensionHeader::fragment;
    return ExtensionHeader{.next = rest[0],
                           .length = lengthOf(kind, rest[1]),
                           .fragmentOffset = isFragment
                               ? static_cast<std::uint16_t>(read16(rest, 2) & offsetBits)
                               : std::uint16_t{0}};
}

} // namespace parallax
