// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/system_address.h"

#include <cstring>

#include <arpa/inet.h>

namespace parallax {

SystemAddress::SystemAddress(const IpAddress &of, std::uint16_t port, unsigned interfaceIndex)
    : m_isV4(of.isV4())
{
    if (m_isV4) {
        m_v4.sin_family = AF_INET;
        m_v4.sin_port = htons(port);
        m_v4.sin_addr.s_addr = htonl(of.toV4());
        return;
    }
    m_v6.sin6_family = AF_INET6;
    m_v6.sin6_port = htons(port);
    m_v6.sin6_scope_id = of.isLinkLocal() ? interfaceIndex : 0;
    std::memcpy(&m_v6.sin6_addr, of.bytes().data(), of.bytes().size());
}

const sockaddr *SystemAddress::get() const
{
    return m_isV4 ? reinterpret_cast<const sockaddr *>(&m_v4) : reinterpret_cast<const sockaddr *>(&m_v6);
}

socklen_t SystemAddress::size() const
{
    return m_isV4 ? sizeof m_v4 : sizeof m_v6;
}

std::optional<IpAddress> addressIn(const sockaddr *address)
{
    if (address != nullptr && address->sa_family == AF_INET)
        return IpAddress::fromV4(ntohl(reinterpret_cast<const sockaddr_in *>(address)->sin_addr.s_addr));
    if (address == nullptr || address->sa_family != AF_INET6)
        return std::nullopt;
    IpAddress::Bytes bytes{};
    std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6 *>(address)->sin6_addr, bytes.size());
    return IpAddress::fromBytes(bytes);
}

} // namespace parallax
