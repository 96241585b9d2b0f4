// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/quote.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr std::uint8_t protocolTcp = 6;
constexpr std::size_t v4HeaderLength = 20;
constexpr std::size_t v6HeaderLength = 40;
constexpr std::size_t quotedTcpLength = 8; // ports and sequence number

using Bytes = std::span<const std::uint8_t>;

std::uint16_t read16(Bytes bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}

std::uint32_t read32(Bytes bytes, std::size_t at)
{
    return static_cast<std::uint32_t>(read16(bytes, at)) << 16 | read16(bytes, at + 2);
}

IpAddress readV6(Bytes bytes, std::size_t at)
{
    IpAddress::Bytes raw{};
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), raw.size(), raw.begin());
    return IpAddress::fromBytes(raw);
}

void readTrafficClass(std::uint8_t octet, Quote &quote)
{
    quote.dscp = static_cast<std::uint8_t>(octet >> 2); // RFC 2474
    quote.ecn = octet & 0x03; // RFC 3168
}

void readTcp(Bytes tcp, IcmpError &error)
{
    error.quotedFlow.local.port = read16(tcp, 0);
    error.quotedFlow.remote.port = read16(tcp, 2);
    error.quotedSequence = read32(tcp, 4);
}

bool readV4Quote(Bytes quoted, IcmpError &error)
{
    const std::size_t headerLength = static_cast<std::size_t>(quoted[0] & 0x0f) * 4;
    if (headerLength < v4HeaderLength || quoted.size() < headerLength + quotedTcpLength
        || quoted[9] != protocolTcp)
        return false;
    readTrafficClass(quoted[1], error.quote);
    error.quotedIpId = read16(quoted, 4);
    error.quote.ttl = quoted[8];
    error.quotedFlow.local.address = IpAddress::fromV4(read32(quoted, 12));
    error.quotedFlow.remote.address = IpAddress::fromV4(read32(quoted, 16));
    readTcp(quoted.subspan(headerLength), error);
    return true;
}

bool readV6Quote(Bytes quoted, IcmpError &error)
{
    if (quoted.size() < v6HeaderLength + quotedTcpLength || quoted[6] != protocolTcp)
        return false;
    readTrafficClass(static_cast<std::uint8_t>(quoted[0] << 4 | quoted[1] >> 4), error.quote);
    error.quote.ttl = quoted[7];
    error.quotedFlow.local.address = readV6(quoted, 8);
    error.quotedFlow.remote.address = readV6(quoted, 24);
    readTcp(quoted.subspan(v6HeaderLength), error);
    return true;
}

} // namespace

bool readQuote(std::span<const std::uint8_t> quoted, IcmpError &error)
{
    if (quoted.empty())
        return false;
    switch (quoted[0] >> 4) {
    case 4:
        return readV4Quote(quoted, error);
    case 6:
        return readV6Quote(quoted, error);
    default:
        return false;
    }
}

} // namespace parallax
