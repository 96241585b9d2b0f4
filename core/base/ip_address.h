// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace parallax {

/// An IPv4 or IPv6 address. IPv4 is kept in its v4-mapped form, so there is one representation.
class IpAddress
{
public:
    using Bytes = std::array<std::uint8_t, 16>; // network order

    IpAddress() = default;
    static Result<IpAddress> parse(std::string_view text);
    static IpAddress fromV4(std::uint32_t hostOrder);
    static IpAddress fromBytes(const Bytes &bytes);

    bool isV4() const;
    bool isUnspecified() const;
    bool isLoopback() const;
    bool isLinkLocal() const;
    /// Neither unspecified nor multicast, broadcast or reserved. A subnet's broadcast cannot be told.
    bool isOneHost() const;
    std::uint32_t toV4() const; // host order
    const Bytes &bytes() const { return m_bytes; }
    std::string toString() const;

    friend bool operator==(const IpAddress &, const IpAddress &) = default;
    friend auto operator<=>(const IpAddress &, const IpAddress &) = default;

private:
    Bytes m_bytes{};
};

/// The host of a URL, where an address of IPv6 has brackets: without those of [2001:db8::1] or
/// [fe80::1%eth0]. Any other text stays as it is.
std::string_view withoutBrackets(std::string_view host);

/// One end of a connection.
struct SocketAddress {
    IpAddress address{};
    std::uint16_t port = 0;

    std::string toString() const; // 192.0.2.7:80, [2001:db8::1]:80
    friend bool operator==(const SocketAddress &, const SocketAddress &) = default;
    friend auto operator<=>(const SocketAddress &, const SocketAddress &) = default;
};

/// A TCP connection as this machine sees it.
struct Flow {
    SocketAddress local{};
    SocketAddress remote{};

    friend bool operator==(const Flow &, const Flow &) = default;
    friend auto operator<=>(const Flow &, const Flow &) = default;
};

} // namespace parallax

template<>
struct std::hash<parallax::SocketAddress> {
    std::size_t operator()(const parallax::SocketAddress &value) const noexcept;
};

template<>
struct std::hash<parallax::Flow> {
    std::size_t operator()(const parallax::Flow &value) const noexcept;
};
