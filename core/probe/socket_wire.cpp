// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/socket_wire.h"

#include "core/packet/craft_trace.h"
#include "core/probe/file_descriptor.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace parallax {

namespace {

constexpr std::uint16_t anyPort = 9; // nothing is sent: only the routes are asked

IpAddress addressIn(const sockaddr &address)
{
    IpAddress::Bytes bytes{};
    if (address.sa_family == AF_INET)
        return IpAddress::fromV4(ntohl(reinterpret_cast<const sockaddr_in &>(address).sin_addr.s_addr));
    if (address.sa_family == AF_INET6)
        std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6 &>(address).sin6_addr, bytes.size());
    return IpAddress::fromBytes(bytes);
}

} // namespace

Result<IpAddress> sourceFor(const IpAddress &target, unsigned interfaceIndex)
{
    const int family = target.isV4() ? AF_INET : AF_INET6;
    const FileDescriptor socket(::socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    v4.sin_port = htons(anyPort);
    v4.sin_addr.s_addr = target.isV4() ? htonl(target.toV4()) : 0;
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(anyPort);
    v6.sin6_scope_id = target.isLinkLocal() ? interfaceIndex : 0;
    std::memcpy(&v6.sin6_addr, target.bytes().data(), target.bytes().size());
    const auto *peer =
        target.isV4() ? reinterpret_cast<const sockaddr *>(&v4) : reinterpret_cast<const sockaddr *>(&v6);
    socklen_t length = target.isV4() ? sizeof v4 : sizeof v6;
    if (!socket.isOpen() || ::connect(socket.get(), peer, length) != 0)
        return Error{ErrorCode::Unavailable,
                     "no route to " + target.toString() + ": " + std::strerror(errno)};
    sockaddr_storage own{};
    length = sizeof own;
    ::getsockname(socket.get(), reinterpret_cast<sockaddr *>(&own), &length);
    return addressIn(reinterpret_cast<const sockaddr &>(own));
}

bool isOwn(const IpAddress &address)
{
    ifaddrs *all = nullptr;
    if (getifaddrs(&all) != 0)
        return false;
    bool found = false;
    for (const ifaddrs *at = all; at != nullptr && !found; at = at->ifa_next)
        found = at->ifa_addr != nullptr && addressIn(*at->ifa_addr) == address;
    freeifaddrs(all);
    return found;
}

std::optional<std::uint16_t> linkMtu(const IpAddress &source)
{
    ifaddrs *all = nullptr;
    if (::getifaddrs(&all) != 0)
        return std::nullopt;
    const std::unique_ptr<ifaddrs, void (*)(ifaddrs *)> owner(all, ::freeifaddrs);
    for (const ifaddrs *at = all; at != nullptr; at = at->ifa_next) {
        if (at->ifa_addr == nullptr || addressIn(*at->ifa_addr) != source)
            continue;
        const FileDescriptor socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        ifreq request{};
        std::strncpy(request.ifr_name, at->ifa_name, sizeof request.ifr_name - 1);
        if (::ioctl(socket.get(), SIOCGIFMTU, &request) == 0)
            return static_cast<std::uint16_t>(std::clamp(request.ifr_mtu, 0, 65'535));
    }
    return std::nullopt;
}

SocketWire::SocketWire(SocketPort &port, SocketTarget target)
    : m_port(port)
    , m_target(target)
{
    m_port.attach();
}

SocketWire::~SocketWire()
{
    m_port.detach(this);
}

Result<void> SocketWire::send(const Probe &probe)
{
    return m_port.send(*this, probe.id,
                       {.method = m_target.method,
                        .source = {m_target.source, m_port.sourcePort(m_target.method, probe.flow)},
                        .target = m_target.address,
                        .ttl = probe.ttl,
                        .trafficClass = static_cast<std::uint8_t>(probe.dscp << 2 | probe.ecn),
                        .length = probe.length},
                       m_target.interfaceIndex);
}

std::vector<Reply> SocketWire::take()
{
    return std::exchange(m_replies, {});
}

} // namespace parallax
