// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/socket_wire.h"

#include "core/base/failure.h"
#include "core/packet/craft_trace.h"
#include "core/probe/file_descriptor.h"
#include "core/probe/system_address.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include <ifaddrs.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace parallax {

namespace {

constexpr std::uint16_t anyPort = 9; // nothing is sent: only the routes are asked

using Interfaces = std::unique_ptr<ifaddrs, void (*)(ifaddrs *)>;

/// Empty where the kernel does not tell.
Interfaces interfaces()
{
    ifaddrs *all = nullptr;
    return {::getifaddrs(&all) == 0 ? all : nullptr, ::freeifaddrs};
}

bool isBroadcast(const IpAddress &address)
{
    if (address == IpAddress::fromV4(0xffffffffU))
        return true;
    const Interfaces all = interfaces();
    for (const ifaddrs *at = all.get(); at != nullptr; at = at->ifa_next) {
        if ((at->ifa_flags & IFF_BROADCAST) != 0 && at->ifa_broadaddr != nullptr
            && addressIn(at->ifa_broadaddr) == address && addressIn(at->ifa_addr) != address)
            return true;
    }
    return false;
}

/// By the kernel's word: of an address without a configured broadcast only its routes know.
bool isBroadcast(const FileDescriptor &socket, const SystemAddress &peer)
{
    const int on = 1;
    return ::setsockopt(socket.get(), SOL_SOCKET, SO_BROADCAST, &on, sizeof on) == 0
        && ::connect(socket.get(), peer.get(), peer.size()) == 0;
}

FileDescriptor datagramSocket(bool isV4)
{
    return FileDescriptor(::socket(isV4 ? AF_INET : AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0));
}

std::optional<IpAddress> ownAddress(const FileDescriptor &socket)
{
    sockaddr_storage own{};
    socklen_t length = sizeof own;
    auto *name = reinterpret_cast<sockaddr *>(&own);
    return ::getsockname(socket.get(), name, &length) == 0 ? addressIn(name) : std::nullopt;
}

/// As the routes say, by sockets that are kept: to open and close one for each trace was a sixth of what its
/// beginning takes. Nothing where anything is in the way.
std::optional<IpAddress> usualSource(const IpAddress &target)
{
    thread_local const FileDescriptor v4 = datagramSocket(true);
    thread_local const FileDescriptor v6 = datagramSocket(false);
    const FileDescriptor &socket = target.isV4() ? v4 : v6;
    const SystemAddress peer(target, anyPort, 0);
    if (::connect(socket.get(), peer.get(), peer.size()) != 0)
        return std::nullopt;
    const auto source = ownAddress(socket);
    const sockaddr nobody{.sa_family = AF_UNSPEC, .sa_data = {}}; // or the next would keep this source
    return ::connect(socket.get(), &nobody, sizeof nobody) == 0 ? source : std::nullopt;
}

} // namespace

Result<IpAddress> sourceFor(const IpAddress &target, unsigned interfaceIndex)
{
    if (const auto usual = interfaceIndex == 0 ? usualSource(target) : std::nullopt)
        return *usual;
    const FileDescriptor socket = datagramSocket(target.isV4());
    const SystemAddress peer(target, anyPort, interfaceIndex);
    const auto noRoute = [&] {
        const int reason = errno;
        return failure(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Reasons", "no route to %1: %2"),
                       {target.toString(), systemText(reason)});
    };
    if (!socket.isOpen())
        return noRoute();
    const int index = static_cast<int>(interfaceIndex);
    // Linux before 5.7 allows it to the privileged only; there the routes decide.
    if (index != 0 && ::setsockopt(socket.get(), SOL_SOCKET, SO_BINDTOIFINDEX, &index, sizeof index) != 0
        && errno != EPERM)
        return noRoute();
    if (::connect(socket.get(), peer.get(), peer.size()) != 0) {
        const bool denied = errno == EACCES;
        const Error error = noRoute();
        return isBroadcast(target) || (denied && isBroadcast(socket, peer))
            ? failure(ErrorCode::InvalidArgument,
                      QT_TRANSLATE_NOOP("Reasons", "%1 is a broadcast address, not one host"),
                      {target.toString()})
            : error;
    }
    return ownAddress(socket).value_or(IpAddress{});
}

bool isOwn(const IpAddress &address, unsigned interfaceIndex)
{
    if (!address.isOneHost() || isBroadcast(address))
        return false; // bind() takes those too
    const FileDescriptor socket = datagramSocket(address.isV4());
    const SystemAddress name(address, 0, interfaceIndex);
    return socket.isOpen() && ::bind(socket.get(), name.get(), name.size()) == 0;
}

std::optional<std::uint16_t> linkMtu(const IpAddress &source)
{
    const Interfaces all = interfaces();
    for (const ifaddrs *at = all.get(); at != nullptr; at = at->ifa_next) {
        if (addressIn(at->ifa_addr) != source)
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
    , m_target(std::move(target))
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
                        .length = probe.length});
}

void SocketWire::renewSource()
{
    const unsigned index = m_target.device.empty() ? 0 : if_nametoindex(m_target.device.c_str());
    if (index != 0) // else it is away
        m_target.interfaceIndex = index;
    if (m_target.sourceNamed)
        return;
    if (const auto source = sourceFor(m_target.address.address, m_target.interfaceIndex))
        m_target.source = source.value();
}

std::vector<Reply> SocketWire::take()
{
    return std::exchange(m_replies, {});
}

} // namespace parallax
