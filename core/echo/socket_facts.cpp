// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/echo/socket_facts.h"

#include <cstring>

#include <linux/tcp.h> // tcpi_min_rtt is missing in <netinet/tcp.h>, and the two cannot meet
#include <netinet/in.h>
#include <sys/socket.h>

namespace parallax {

namespace {

constexpr std::uint32_t noMinimumYet = 0xffffffffU; // the kernel's start value
constexpr int unacknowledgedMs = 20'000;
constexpr int idleSeconds = 10;
constexpr int repeatSeconds = 5;
constexpr int repeats = 3;

void setOption(int descriptor, int level, int option, int value)
{
    // A kernel without the option measures a little worse; nothing to report.
    setsockopt(descriptor, level, option, &value, sizeof value);
}

std::optional<SocketAddress> addressOf(const sockaddr_storage &storage)
{
    if (storage.ss_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &storage, sizeof v4);
        return SocketAddress{IpAddress::fromV4(ntohl(v4.sin_addr.s_addr)), ntohs(v4.sin_port)};
    }
    if (storage.ss_family != AF_INET6)
        return {};
    sockaddr_in6 v6{};
    std::memcpy(&v6, &storage, sizeof v6);
    IpAddress::Bytes bytes{};
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return SocketAddress{IpAddress::fromBytes(bytes), ntohs(v6.sin6_port)};
}

template<class Call>
std::optional<SocketAddress> endOf(qintptr descriptor, Call call)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    void *raw = &storage;
    if (call(static_cast<int>(descriptor), static_cast<sockaddr *>(raw), &length) != 0)
        return {};
    return addressOf(storage);
}

} // namespace

std::optional<TcpInfo> tcpInfo(qintptr descriptor)
{
    tcp_info info{};
    socklen_t length = sizeof info;
    if (getsockopt(static_cast<int>(descriptor), IPPROTO_TCP, TCP_INFO, &info, &length) != 0)
        return {};
    TcpInfo facts{.rtt = std::chrono::microseconds(info.tcpi_rtt),
                  .minRtt = {},
                  .bytesReceived = static_cast<std::int64_t>(info.tcpi_bytes_received)};
    if (info.tcpi_min_rtt != 0 && info.tcpi_min_rtt != noMinimumYet)
        facts.minRtt = std::chrono::microseconds(info.tcpi_min_rtt);
    return facts;
}

std::optional<Flow> flowOf(qintptr descriptor)
{
    const auto local = endOf(descriptor, getsockname);
    const auto remote = endOf(descriptor, getpeername);
    if (!local || !remote)
        return {};
    return Flow{*local, *remote};
}

void prepareMeasuredSocket(qintptr descriptor)
{
    const int socket = static_cast<int>(descriptor);
    setOption(socket, IPPROTO_TCP, TCP_NODELAY, 1);
    setOption(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, unacknowledgedMs);
    setOption(socket, SOL_SOCKET, SO_KEEPALIVE, 1);
    setOption(socket, IPPROTO_TCP, TCP_KEEPIDLE, idleSeconds);
    setOption(socket, IPPROTO_TCP, TCP_KEEPINTVL, repeatSeconds);
    setOption(socket, IPPROTO_TCP, TCP_KEEPCNT, repeats);
}

} // namespace parallax
