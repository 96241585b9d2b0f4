// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/packet_view.h"

#include <algorithm>

namespace parallax::lab {

namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t leastIpHeader = 20;
constexpr std::size_t leastTcpHeader = 20;
constexpr std::size_t icmpHeader = 8;
constexpr std::size_t quoteLength = 128; // RFC 4884, 4.1: an extension's quote is padded to this
constexpr std::uint8_t protocolIcmp = 1;
constexpr std::uint8_t protocolTcp = 6;
constexpr std::uint8_t timeExceeded = 11;
constexpr std::uint8_t optionEnd = 0;
constexpr std::uint8_t optionPadding = 1;
constexpr std::uint8_t optionSack = 5;
constexpr std::uint8_t ackFlag = 0x10;
constexpr std::uint8_t pushFlag = 0x08;

std::uint16_t read16(Bytes bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}

void write16(std::span<std::uint8_t> bytes, std::size_t at, std::size_t value)
{
    bytes[at] = static_cast<std::uint8_t>(value >> 8 & 0xff);
    bytes[at + 1] = static_cast<std::uint8_t>(value & 0xff);
}

/// RFC 1071, of an even number of bytes.
std::uint16_t checksum(Bytes bytes)
{
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2)
        sum += read16(bytes, at);
    while (sum > 0xffff)
        sum = (sum & 0xffff) + (sum >> 16);
    return static_cast<std::uint16_t>(~sum & 0xffff);
}

/// The length of the IPv4 header; nothing when the packet does not carry this protocol.
std::optional<std::size_t> headerBefore(Bytes packet, std::uint8_t protocol)
{
    if (packet.size() < leastIpHeader || packet[0] >> 4 != 4 || packet[9] != protocol)
        return std::nullopt;
    const std::size_t length = static_cast<std::size_t>(packet[0] & 0x0f) * 4;
    return length < leastIpHeader || length > packet.size() ? std::nullopt : std::optional(length);
}

bool containsSack(Bytes options)
{
    std::size_t at = 0;
    while (at < options.size() && options[at] != optionEnd) {
        if (options[at] == optionSack)
            return true;
        if (options[at] == optionPadding) {
            ++at;
            continue;
        }
        if (at + 1 >= options.size() || options[at + 1] < 2)
            return false;
        at += options[at + 1];
    }
    return false;
}

/// One object of class 1 (MPLS label stack), with one entry, the bottom of the stack, whose TTL has run out.
std::array<std::uint8_t, 12> labelExtension(std::uint32_t label)
{
    const std::uint32_t entry = label << 12 | 0x100 | 1;
    std::array<std::uint8_t, 12> extension{0x20, 0, 0, 0, 0, 8, 1, 1};
    write16(extension, 8, entry >> 16);
    write16(extension, 10, entry & 0xffff);
    write16(extension, 2, checksum(extension));
    return extension;
}

} // namespace

bool TcpView::isBareAck() const
{
    return payload == 0 && !hasSack && (flags & ~pushFlag) == ackFlag;
}

std::optional<TcpView> tcpIn(std::span<const std::uint8_t> packet)
{
    const auto ip = headerBefore(packet, protocolTcp);
    if (!ip || packet.size() < *ip + leastTcpHeader)
        return std::nullopt;
    const Bytes tcp = packet.subspan(*ip);
    const std::size_t header = static_cast<std::size_t>(tcp[12] >> 4) * 4;
    if (header < leastTcpHeader || header > tcp.size())
        return std::nullopt;
    TcpView view{.flags = tcp[13],
                 .payload = tcp.size() - header,
                 .hasSack = containsSack(tcp.subspan(leastTcpHeader, header - leastTcpHeader))};
    std::copy_n(packet.begin() + 12, 8, view.flow.begin());
    std::copy_n(tcp.begin(), 4, view.flow.begin() + 8);
    return view;
}

void quoteLabel(Packet &packet, const std::array<std::uint8_t, 4> &router, std::uint32_t label)
{
    const auto ip = headerBefore(packet, protocolIcmp);
    if (!ip || packet.size() < *ip + icmpHeader || packet[*ip] != timeExceeded
        || !std::equal(router.begin(), router.end(), packet.begin() + 12)
        || packet.size() > *ip + icmpHeader + quoteLength)
        return;
    packet.resize(*ip + icmpHeader + quoteLength);
    packet[*ip + 5] = quoteLength / 4; // RFC 4884: the quote's length in words
    const auto extension = labelExtension(label);
    packet.insert(packet.end(), extension.begin(), extension.end());
    write16(packet, 2, packet.size());
    write16(packet, 10, 0);
    write16(packet, 10, checksum(std::span(packet).first(*ip)));
    write16(packet, *ip + 2, 0);
    write16(packet, *ip + 2, checksum(std::span(packet).subspan(*ip)));
}

} // namespace parallax::lab
