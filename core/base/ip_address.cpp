// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ip_address.h"

#include <algorithm>
#include <charconv>

#include <arpa/inet.h>

namespace parallax {

namespace {
constexpr std::array<std::uint8_t, 12> v4MappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr std::uint8_t v4LoopbackNet = 127; // RFC 1122, 3.2.1.3
constexpr std::uint32_t v4LinkLocalNet = 0xa9fe; // 169.254/16, RFC 3927
} // namespace

Result<IpAddress> IpAddress::parse(std::string_view text)
{
    const std::string copy(text);
    in_addr v4{};
    if (inet_pton(AF_INET, copy.c_str(), &v4) == 1)
        return fromV4(ntohl(v4.s_addr));
    IpAddress address;
    if (inet_pton(AF_INET6, copy.c_str(), address.m_bytes.data()) == 1)
        return address;
    return Error{ErrorCode::InvalidArgument, "not an IP address: " + copy};
}

IpAddress IpAddress::fromV4(std::uint32_t hostOrder)
{
    IpAddress address;
    std::copy(v4MappedPrefix.begin(), v4MappedPrefix.end(), address.m_bytes.begin());
    for (std::size_t i = 0; i < 4; ++i)
        address.m_bytes[12 + i] = static_cast<std::uint8_t>(hostOrder >> (24 - 8 * i));
    return address;
}

IpAddress IpAddress::fromBytes(const Bytes &bytes)
{
    IpAddress address;
    address.m_bytes = bytes;
    return address;
}

bool IpAddress::isV4() const
{
    return std::equal(v4MappedPrefix.begin(), v4MappedPrefix.end(), m_bytes.begin());
}

bool IpAddress::isUnspecified() const
{
    return *this == IpAddress{} || *this == fromV4(INADDR_ANY);
}

bool IpAddress::isLoopback() const
{
    if (isV4())
        return m_bytes[12] == v4LoopbackNet;
    Bytes one{};
    one.back() = 1;
    return m_bytes == one;
}

bool IpAddress::isLinkLocal() const
{
    if (isV4())
        return toV4() >> 16 == v4LinkLocalNet;
    return m_bytes[0] == 0xfe && (m_bytes[1] & 0xc0) == 0x80; // fe80::/10, RFC 4291
}

bool IpAddress::isOneHost() const
{
    constexpr std::uint8_t multicast = 0xff; // RFC 4291
    constexpr std::uint8_t firstBeyondHosts = 224; // multicast, reserved, broadcast: RFC 1112
    if (isV4())
        return m_bytes[12] != 0 && m_bytes[12] < firstBeyondHosts;
    return !isUnspecified() && m_bytes[0] != multicast;
}

std::uint32_t IpAddress::toV4() const
{
    std::uint32_t value = 0;
    for (std::size_t i = 12; i < 16; ++i)
        value = value << 8 | m_bytes[i];
    return value;
}

std::string IpAddress::toString() const
{
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    if (!isV4())
        return inet_ntop(AF_INET6, m_bytes.data(), buffer.data(), buffer.size());
    char *at = buffer.data(); // inet_ntop() would print each with sprintf()
    for (std::size_t i = 12; i < m_bytes.size(); ++i) {
        if (i > 12)
            *at++ = '.';
        at = std::to_chars(at, buffer.data() + buffer.size(), m_bytes[i]).ptr;
    }
    return {buffer.data(), at};
}

std::string_view withoutBrackets(std::string_view host)
{
    const bool isIpv6 = host.find(':') != std::string_view::npos; // of a URL: nothing else has brackets
    return isIpv6 && host.starts_with('[') && host.ends_with(']') ? host.substr(1, host.size() - 2) : host;
}

std::string SocketAddress::toString() const
{
    const std::string host = address.isV4() ? address.toString() : "[" + address.toString() + "]";
    return host + ":" + std::to_string(port);
}

} // namespace parallax

std::size_t
std::hash<parallax::SocketAddress>::operator()(const parallax::SocketAddress &value) const noexcept
{
    const auto &bytes = value.address.bytes();
    const std::string_view view(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    return std::hash<std::string_view>{}(view)*31 + value.port;
}

std::size_t std::hash<parallax::Flow>::operator()(const parallax::Flow &value) const noexcept
{
    const std::hash<parallax::SocketAddress> end;
    return end(value.remote) * 31 + end(value.local);
}
