// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/udp_socket.h"

#include "core/base/failure.h"
#include "core/timing/control_message.h"
#include "core/timing/datagram_way.h"
#include "core/timing/socket_name.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <linux/errqueue.h>
#include <linux/net_tstamp.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace parallax {

namespace {

constexpr std::size_t largestDatagram = 2048; // the rest of a longer one is cut off
constexpr std::size_t controlSize = 256;
constexpr std::size_t largestBatch = 64;
constexpr std::size_t smallBatch = 4; // of one that asks
constexpr int bufferSize = 4 * 1024 * 1024;
constexpr unsigned bothWays = SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_TX_SOFTWARE
    | SOF_TIMESTAMPING_SOFTWARE | SOF_TIMESTAMPING_OPT_ID | SOF_TIMESTAMPING_OPT_TSONLY;

/// The system's own word for it fills the last place of the text.
Error systemError(const char *text, std::vector<std::string> values = {})
{
    const int reason = errno;
    const auto code = reason == EADDRINUSE || reason == ENETUNREACH || reason == EHOSTUNREACH
        ? ErrorCode::Unavailable
        : reason == EACCES || reason == EPERM ? ErrorCode::NotPermitted
        : reason == EADDRNOTAVAIL             ? ErrorCode::InvalidArgument
                                              : ErrorCode::Io;
    values.push_back(systemText(reason));
    return failure(code, text, std::move(values));
}

template<class Value>
bool setOption(const FileDescriptor &socket, int level, int name, const Value &value)
{
    return ::setsockopt(socket.get(), level, name, &value, sizeof value) == 0;
}

/// In an IPv6 socket an IPv4 peer has its mapped address.
socklen_t fill(sockaddr_storage &storage, int family, const SocketAddress &address,
               unsigned interfaceIndex = 0)
{
    storage = {};
    if (family == AF_INET) {
        auto &v4 = reinterpret_cast<sockaddr_in &>(storage);
        v4.sin_family = AF_INET;
        v4.sin_port = htons(address.port);
        v4.sin_addr.s_addr = htonl(address.address.toV4());
        return sizeof v4;
    }
    auto &v6 = reinterpret_cast<sockaddr_in6 &>(storage);
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(address.port);
    std::memcpy(&v6.sin6_addr, address.address.bytes().data(), address.address.bytes().size());
    v6.sin6_scope_id = address.address.isLinkLocal() ? interfaceIndex : 0;
    return sizeof v6;
}

std::optional<Timestamp> stampIn(msghdr &header)
{
    const auto found = controlIn<scm_timestamping>(header, SOL_SOCKET, SCM_TIMESTAMPING);
    if (!found || found->ts[0].tv_sec == 0)
        return std::nullopt;
    return Timestamp(std::chrono::seconds(found->ts[0].tv_sec)
                     + std::chrono::nanoseconds(found->ts[0].tv_nsec));
}

Result<FileDescriptor> openStamped(int family, unsigned stamps)
{
    FileDescriptor socket(::socket(family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_UDP));
    if (!socket.isOpen())
        return systemError(QT_TRANSLATE_NOOP("Reasons", "opening a UDP socket: %1"));
    if (!setOption(socket, SOL_SOCKET, SO_TIMESTAMPING, stamps))
        return systemError(QT_TRANSLATE_NOOP("Reasons", "asking for time stamps: %1"));
    setOption(socket, IPPROTO_IP, IP_RECVTTL, 1); // also for IPv4 in an IPv6 socket
    if (family == AF_INET6)
        setOption(socket, IPPROTO_IPV6, IPV6_RECVHOPLIMIT, 1);
    return socket;
}

} // namespace

/// Room for one batch; one for all its uses.
struct UdpSocket::Buffers {
    struct alignas(cmsghdr) Control {
        std::array<char, controlSize> room;
    };

    explicit Buffers(std::size_t count)
        : bytes(count)
        , control(count)
        , peers(count)
        , parts(count)
        , messages(count)
    {
    }

    std::vector<std::array<std::uint8_t, largestDatagram>> bytes;
    std::vector<Control> control;
    std::vector<sockaddr_storage> peers;
    std::vector<iovec> parts;
    std::vector<mmsghdr> messages;
};

UdpSocket::UdpSocket(FileDescriptor socket, int family, std::size_t batch)
    : m_socket(std::move(socket))
    , m_family(family)
    , m_batch(batch)
    , m_buffers(std::make_unique<Buffers>(batch))
{
}

UdpSocket::UdpSocket(UdpSocket &&other) noexcept = default;
UdpSocket &UdpSocket::operator=(UdpSocket &&other) noexcept = default;
UdpSocket::~UdpSocket() = default;

Result<UdpSocket> UdpSocket::bound(const SocketAddress &address)
{
    const int family = address.address.isV4() ? AF_INET : AF_INET6;
    auto socket = openStamped(family, SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE);
    if (!socket)
        return socket.error();
    // A burst of questions must not be dropped for lack of room; the kernel grants what its limit allows.
    setOption(socket.value(), SOL_SOCKET, SO_RCVBUF, bufferSize);
    setOption(socket.value(), SOL_SOCKET, SO_SNDBUF, bufferSize);
    setOption(socket.value(), IPPROTO_IP, IP_PKTINFO, 1);
    if (family == AF_INET6)
        setOption(socket.value(), IPPROTO_IPV6, IPV6_RECVPKTINFO, 1);
    sockaddr_storage storage{};
    const socklen_t size = fill(storage, family, address);
    if (::bind(socket.value().get(), reinterpret_cast<const sockaddr *>(&storage), size) != 0)
        return systemError(QT_TRANSLATE_NOOP("Reasons", "listening on %1: %2"), {address.toString()});
    return UdpSocket(std::move(socket).value(), family, largestBatch);
}

Result<UdpSocket> UdpSocket::connected(const SocketAddress &peer)
{
    const int family = peer.address.isV4() ? AF_INET : AF_INET6;
    auto socket = openStamped(family, bothWays);
    if (!socket)
        return socket.error();
    sockaddr_storage storage{};
    const socklen_t size = fill(storage, family, peer);
    if (::connect(socket.value().get(), reinterpret_cast<const sockaddr *>(&storage), size) != 0)
        return systemError(QT_TRANSLATE_NOOP("Reasons", "reaching %1: %2"), {peer.toString()});
    return UdpSocket(std::move(socket).value(), family, smallBatch);
}

SocketAddress UdpSocket::localAddress() const
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    ::getsockname(m_socket.get(), reinterpret_cast<sockaddr *>(&storage), &size);
    return addressIn(storage);
}

std::size_t UdpSocket::receive(const std::function<void(const Datagram &)> &take)
{
    Buffers &room = *m_buffers;
    for (std::size_t i = 0; i < m_batch; ++i) {
        room.parts[i] = {room.bytes[i].data(), room.bytes[i].size()};
        room.messages[i].msg_hdr = {.msg_name = &room.peers[i],
                                    .msg_namelen = sizeof room.peers[i],
                                    .msg_iov = &room.parts[i],
                                    .msg_iovlen = 1,
                                    .msg_control = room.control[i].room.data(),
                                    .msg_controllen = controlSize,
                                    .msg_flags = 0};
    }
    const int count = ::recvmmsg(m_socket.get(), room.messages.data(), static_cast<unsigned>(m_batch),
                                 MSG_DONTWAIT, nullptr);
    Datagram datagram;
    for (int index = 0; index < count; ++index) {
        const auto i = static_cast<std::size_t>(index);
        msghdr &header = room.messages[i].msg_hdr;
        const auto stamp = stampIn(header);
        auto ttl = controlIn<int>(header, IPPROTO_IP, IP_TTL);
        if (!ttl)
            ttl = controlIn<int>(header, IPPROTO_IPV6, IPV6_HOPLIMIT);
        datagram.bytes.assign(room.bytes[i].begin(),
                              room.bytes[i].begin() + static_cast<std::ptrdiff_t>(room.messages[i].msg_len));
        datagram.peer = addressIn(room.peers[i]);
        noteWay(datagram, header);
        datagram.received = stamp ? *stamp : wallClock();
        datagram.kernelStamp = stamp.has_value();
        datagram.ttl = static_cast<std::uint8_t>(ttl.value_or(0));
        take(datagram);
    }
    return count > 0 ? static_cast<std::size_t>(count) : 0;
}

Result<void> UdpSocket::send(std::span<const std::uint8_t> bytes)
{
    int earlier = 0; // that nobody listens there: told once, of an earlier datagram
    socklen_t size = sizeof earlier;
    ::getsockopt(m_socket.get(), SOL_SOCKET, SO_ERROR, &earlier, &size);
    if (::send(m_socket.get(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL) >= 0) {
        ++m_sent;
        return {};
    }
    Error error = systemError(QT_TRANSLATE_NOOP("Reasons", "sending: %1"));
    // After a refused one the kernel's count and ours may differ: begin anew.
    const unsigned off = 0;
    setOption(m_socket, SOL_SOCKET, SO_TIMESTAMPING, off);
    setOption(m_socket, SOL_SOCKET, SO_TIMESTAMPING, bothWays);
    m_sent = 0;
    return error;
}

std::size_t UdpSocket::send(std::span<const Datagram> datagrams)
{
    Buffers &room = *m_buffers;
    std::size_t sent = 0;
    for (std::size_t from = 0; from < datagrams.size(); from += m_batch) {
        const auto now = datagrams.subspan(from, std::min(m_batch, datagrams.size() - from));
        for (std::size_t i = 0; i < now.size(); ++i) {
            room.parts[i] = {const_cast<std::uint8_t *>(now[i].bytes.data()), now[i].bytes.size()};
            room.messages[i].msg_hdr = {.msg_name = &room.peers[i],
                                        .msg_namelen =
                                            fill(room.peers[i], m_family, now[i].peer, now[i].interfaceIndex),
                                        .msg_iov = &room.parts[i],
                                        .msg_iovlen = 1,
                                        .msg_control = room.control[i].room.data(),
                                        .msg_controllen = fillWay(room.control[i].room, m_family, now[i]),
                                        .msg_flags = 0};
        }
        // It stops at one that is refused: that one is passed over.
        for (std::size_t done = 0; done < now.size();) {
            const int count = ::sendmmsg(m_socket.get(), room.messages.data() + done,
                                         static_cast<unsigned>(now.size() - done), MSG_DONTWAIT);
            sent += count > 0 ? static_cast<std::size_t>(count) : 0;
            done += count > 0 ? static_cast<std::size_t>(count) : 1;
        }
    }
    return sent;
}

std::optional<Timestamp> UdpSocket::takeSendStamp()
{
    std::optional<Timestamp> newest;
    std::array<char, controlSize> control{};
    for (;;) {
        msghdr header{};
        header.msg_control = control.data();
        header.msg_controllen = control.size();
        if (::recvmsg(m_socket.get(), &header, MSG_ERRQUEUE | MSG_DONTWAIT) < 0)
            return newest;
        auto error = controlIn<sock_extended_err>(header, SOL_IP, IP_RECVERR);
        if (!error)
            error = controlIn<sock_extended_err>(header, SOL_IPV6, IPV6_RECVERR);
        const bool isNewest =
            error && error->ee_origin == SO_EE_ORIGIN_TIMESTAMPING && error->ee_data + 1 == m_sent;
        if (const auto stamp = stampIn(header); stamp && isNewest)
            newest = stamp;
    }
}

} // namespace parallax
