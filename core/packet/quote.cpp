// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/quote.h"

#include "core/base/octets.h"
#include "core/data/extension_header.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr std::size_t v4HeaderLength = 20;
constexpr std::size_t v6HeaderLength = 40;
constexpr std::size_t owed = 8; // bytes behind the IP header (RFC 792)
constexpr std::uint8_t echoRequest = 8;
constexpr std::uint8_t echoRequestV6 = 128;

IpAddress readV6(Octets bytes, std::size_t at)
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

/// What of a transport header is sure to be quoted.
bool readTransport(std::uint8_t protocol, Octets bytes, IcmpError &error)
{
    if (bytes.size() < owed)
        return false;
    error.quotedProtocol = protocol;
    switch (protocol) {
    case ip_protocol::tcp:
        error.quotedFlow.local.port = read16(bytes, 0);
        error.quotedFlow.remote.port = read16(bytes, 2);
        error.quotedSequence = read32(bytes, 4);
        return true;
    case ip_protocol::udp:
        error.quotedFlow.local.port = read16(bytes, 0);
        error.quotedFlow.remote.port = read16(bytes, 2);
        error.quotedChecksum = read16(bytes, 6);
        error.quotedSequence = bytes.size() >= owed + 4 ? read32(bytes, owed) : 0;
        return true;
    case ip_protocol::icmp:
    case ip_protocol::icmpV6:
        error.quotedChecksum = read16(bytes, 2);
        error.quotedFlow.local.port = read16(bytes, 4);
        error.quotedFlow.remote.port = read16(bytes, 6);
        return bytes[0] == (protocol == ip_protocol::icmp ? echoRequest : echoRequestV6);
    default:
        return false;
    }
}

bool readV4Quote(Octets quoted, IcmpError &error)
{
    const std::size_t headerLength = static_cast<std::size_t>(quoted[0] & 0x0f) * 4;
    if (headerLength < v4HeaderLength || quoted.size() < headerLength)
        return false;
    readTrafficClass(quoted[1], error.quote);
    error.quotedIpId = read16(quoted, 4);
    error.quote.ttl = quoted[8];
    error.quotedFlow.local.address = IpAddress::fromV4(read32(quoted, 12));
    error.quotedFlow.remote.address = IpAddress::fromV4(read32(quoted, 16));
    return readTransport(quoted[9], quoted.subspan(headerLength), error);
}

bool readV6Quote(Octets quoted, IcmpError &error)
{
    if (quoted.size() < v6HeaderLength)
        return false;
    readTrafficClass(static_cast<std::uint8_t>(quoted[0] << 4 | quoted[1] >> 4), error.quote);
    error.quote.ttl = quoted[7];
    error.quotedFlow.local.address = readV6(quoted, 8);
    error.quotedFlow.remote.address = readV6(quoted, 24);
    std::uint8_t protocol = quoted[6];
    Octets rest = quoted.subspan(v6HeaderLength);
    while (isExtension(protocol)) { // which somebody on the way put in: probes have none
        const auto header = readExtension(protocol, rest);
        if (!header || rest.size() < header->length || header->fragmentOffset != 0)
            return false;
        protocol = header->next;
        rest = rest.subspan(header->length);
    }
    return readTransport(protocol, rest, error);
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
