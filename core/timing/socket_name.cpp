// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/socket_name.h"

#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace parallax {

SocketAddress addressIn(const sockaddr_storage &storage)
{
    if (storage.ss_family == AF_INET) {
        const auto &v4 = reinterpret_cast<const sockaddr_in &>(storage);
        return {IpAddress::fromV4(ntohl(v4.sin_addr.s_addr)), ntohs(v4.sin_port)};
    }
    const auto &v6 = reinterpret_cast<const sockaddr_in6 &>(storage);
    IpAddress::Bytes bytes{};
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return {IpAddress::fromBytes(bytes), ntohs(v6.sin6_port)};
}

std::optional<SocketAddress> peerOf(int descriptor)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr *>(&storage), &size) != 0)
        return std::nullopt;
    return addressIn(storage);
}

} // namespace parallax
