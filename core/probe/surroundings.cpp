// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/surroundings.h"

#include "core/probe/socket_wire.h"

#include <cstring>
#include <memory>
#include <optional>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

namespace parallax {

namespace {

std::optional<IpAddress> addressAt(const sockaddr *address)
{
    if (address != nullptr && address->sa_family == AF_INET)
        return IpAddress::fromV4(ntohl(reinterpret_cast<const sockaddr_in *>(address)->sin_addr.s_addr));
    if (address == nullptr || address->sa_family != AF_INET6)
        return std::nullopt;
    IpAddress::Bytes bytes{};
    std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6 *>(address)->sin6_addr, bytes.size());
    return IpAddress::fromBytes(bytes);
}

} // namespace

PacketSurroundings surroundingsOf(const IpAddress &target)
{
    PacketSurroundings around{.target = target};
    if (const auto source = sourceFor(target))
        around.source = source.value();
    ifaddrs *all = nullptr;
    if (::getifaddrs(&all) != 0)
        return around; // no address counts as ours then: a given source needs a confirmation
    const std::unique_ptr<ifaddrs, void (*)(ifaddrs *)> owner(all, ::freeifaddrs);
    for (const ifaddrs *at = all; at != nullptr; at = at->ifa_next) {
        if (const auto own = addressAt(at->ifa_addr))
            around.own.push_back(*own);
        const auto broadcast =
            (at->ifa_flags & IFF_BROADCAST) != 0 ? addressAt(at->ifa_broadaddr) : std::nullopt;
        if (broadcast && broadcast->isV4() && broadcast != around.own.back())
            around.broadcasts.push_back(*broadcast);
    }
    return around;
}

} // namespace parallax
