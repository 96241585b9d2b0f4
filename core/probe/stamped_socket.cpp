// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/stamped_socket.h"

#include "core/base/failure.h"
#include "core/probe/system_address.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include <linux/errqueue.h>
#include <linux/filter.h>
#include <linux/icmp.h>
#include <linux/net_tstamp.h>
#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace parallax {

namespace {

constexpr int receiveBuffer = 4 * 1024 * 1024;

/// The system's own word for it fills the last place of the text.
Error systemError(const char *text, std::vector<std::string> values = {})
{
    const int reason = errno;
    const auto code = reason == EPERM || reason == EACCES                       ? ErrorCode::NotPermitted
        : reason == ENETUNREACH || reason == EHOSTUNREACH || reason == ENETDOWN ? ErrorCode::Unavailable
                                                                                : ErrorCode::Io;
    values.push_back(systemText(reason));
    return failure(code, text, std::move(values));
}

/// Of a packet that was not sent. The right to send was proved when the socket was opened.
Error sendError(std::size_t length, const IpAddress &to)
{
    if (errno == EMSGSIZE)
        return failure(
            ErrorCode::Unavailable,
            QT_TRANSLATE_NOOP("Reasons",
                              "a packet of %1 bytes is larger than the link's MTU, and is never fragmented"),
            {std::to_string(length)});
    if (errno == EPERM)
        return failure(
            ErrorCode::Unavailable,
            QT_TRANSLATE_NOOP("Reasons", "this machine refuses to send to %1, as a rule of its firewall may"),
            {to.toString()});
    return systemError(QT_TRANSLATE_NOOP("Reasons", "sending to %1: %2"), {to.toString()});
}

template<class Value>
bool setOption(const FileDescriptor &socket, int level, int name, const Value &value)
{
    return ::setsockopt(socket.get(), level, name, &value, sizeof value) == 0;
}

/// The kernel looks at neither in a packet that is whole already.
void addWay(msghdr &header, std::span<char> control, int family, const WayOut &way)
{
    if (way.interfaceIndex == 0 && !way.source)
        return;
    header.msg_control = control.data();
    const auto add = [&](int level, int type, const auto &info) {
        header.msg_controllen = CMSG_SPACE(sizeof info);
        cmsghdr *message = CMSG_FIRSTHDR(&header);
        message->cmsg_level = level;
        message->cmsg_type = type;
        message->cmsg_len = CMSG_LEN(sizeof info);
        std::memcpy(CMSG_DATA(message), &info, sizeof info);
    };
    in_pktinfo info{.ipi_ifindex = static_cast<int>(way.interfaceIndex), .ipi_spec_dst = {}, .ipi_addr = {}};
    in6_pktinfo infoV6{.ipi6_addr = {}, .ipi6_ifindex = way.interfaceIndex};
    if (way.source) {
        const auto &bytes = way.source->bytes();
        if (family == AF_INET)
            std::copy_n(bytes.end() - sizeof info.ipi_spec_dst, sizeof info.ipi_spec_dst,
                        reinterpret_cast<std::uint8_t *>(&info.ipi_spec_dst));
        else
            std::copy_n(bytes.begin(), sizeof infoV6.ipi6_addr,
                        reinterpret_cast<std::uint8_t *>(&infoV6.ipi6_addr));
    }
    if (family == AF_INET)
        add(IPPROTO_IP, IP_PKTINFO, info);
    else
        add(IPPROTO_IPV6, IPV6_PKTINFO, infoV6);
}

} // namespace

Result<StampedSocket> StampedSocket::open(int family, int protocol)
{
    FileDescriptor socket(::socket(family, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, protocol));
    if (!socket.isOpen())
        return systemError(QT_TRANSLATE_NOOP("Reasons", "opening a raw socket: %1"));
    StampedSocket opened(std::move(socket), family);
    if (protocol == IPPROTO_RAW) {
        // What the kernel remembers of a path's MTU is for those who do not measure it.
        const bool free = family == AF_INET
            ? setOption(opened.m_socket, IPPROTO_IP, IP_MTU_DISCOVER, IP_PMTUDISC_PROBE)
            : setOption(opened.m_socket, IPPROTO_IPV6, IPV6_MTU_DISCOVER, IPV6_PMTUDISC_PROBE);
        if (!free)
            return systemError(QT_TRANSLATE_NOOP("Reasons", "asking for the link's MTU: %1"));
        if (auto stamped = opened.stamp(); !stamped)
            return stamped.error();
        return opened;
    }
    // A burst of answers must not be dropped for lack of room; the kernel grants what its limit allows.
    setOption(opened.m_socket, SOL_SOCKET, SO_RCVBUF, receiveBuffer);
    const unsigned flags = SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE;
    if (!setOption(opened.m_socket, SOL_SOCKET, SO_TIMESTAMPING, flags)
        || (family == AF_INET6 && !setOption(opened.m_socket, IPPROTO_IPV6, IPV6_RECVHOPLIMIT, 1)))
        return systemError(QT_TRANSLATE_NOOP("Reasons", "asking for time stamps: %1"));
    return opened;
}

/// Begins counting sent packets anew: after a refused one the kernel's count and ours may differ.
Result<void> StampedSocket::stamp()
{
    const unsigned off = 0;
    const unsigned flags = SOF_TIMESTAMPING_TX_SCHED | SOF_TIMESTAMPING_SOFTWARE | SOF_TIMESTAMPING_OPT_ID
        | SOF_TIMESTAMPING_OPT_TSONLY;
    if (!setOption(m_socket, SOL_SOCKET, SO_TIMESTAMPING, off)
        || !setOption(m_socket, SOL_SOCKET, SO_TIMESTAMPING, flags))
        return systemError(QT_TRANSLATE_NOOP("Reasons", "asking for time stamps: %1"));
    m_sent = 0;
    return {};
}

Result<void> StampedSocket::setFilter(std::span<const sock_filter> program)
{
    const sock_fprog filter{static_cast<unsigned short>(program.size()),
                            const_cast<sock_filter *>(program.data())};
    if (!setOption(m_socket, SOL_SOCKET, SO_ATTACH_FILTER, filter))
        return systemError(QT_TRANSLATE_NOOP("Reasons", "setting a socket's filter: %1"));
    return {};
}

Result<void> StampedSocket::admitIcmp(std::span<const std::uint8_t> types)
{
    if (m_family == AF_INET) {
        icmp_filter filter{~0U};
        for (const std::uint8_t type : types)
            filter.data &= ~(1U << type);
        if (!setOption(m_socket, SOL_RAW, ICMP_FILTER, filter))
            return systemError(QT_TRANSLATE_NOOP("Reasons", "setting a socket's filter: %1"));
        return {};
    }
    icmp6_filter filter{};
    ICMP6_FILTER_SETBLOCKALL(&filter);
    for (const std::uint8_t type : types)
        ICMP6_FILTER_SETPASS(type, &filter);
    if (!setOption(m_socket, IPPROTO_ICMPV6, ICMP6_FILTER, filter))
        return systemError(QT_TRANSLATE_NOOP("Reasons", "setting a socket's filter: %1"));
    return {};
}

Result<void> StampedSocket::allowBroadcast()
{
    if (!setOption(m_socket, SOL_SOCKET, SO_BROADCAST, 1))
        return systemError(QT_TRANSLATE_NOOP("Reasons", "allowing broadcasts: %1"));
    return {};
}

Result<std::uint32_t> StampedSocket::send(std::span<const std::uint8_t> packet, const IpAddress &to,
                                          const WayOut &way)
{
    const SystemAddress target(to);
    iovec part{const_cast<std::uint8_t *>(packet.data()), packet.size()};
    msghdr header{};
    header.msg_name = const_cast<sockaddr *>(target.get());
    header.msg_namelen = target.size();
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(in6_pktinfo))> control{};
    addWay(header, control, m_family, way);
    if (::sendmsg(m_socket.get(), &header, 0) >= 0)
        return m_sent++;
    const Error error = sendError(packet.size(), to);
    if (auto stamped = stamp(); !stamped)
        return stamped.error();
    return error;
}

void StampedSocket::receive(MessageBatch &batch, std::size_t most,
                            const std::function<void(const Delivered &)> &take)
{
    for (std::size_t count = MessageBatch::capacity, taken = 0;
         count == MessageBatch::capacity && taken < most; taken += count) {
        count = batch.receive(m_socket.get(), 0);
        for (std::size_t at = 0; at < count; ++at)
            take(
                {.bytes = batch.bytes(at),
                 .from = addressIn(reinterpret_cast<const sockaddr *>(&batch.from(at))).value_or(IpAddress{}),
                 .hopLimit =
                     static_cast<std::uint8_t>(batch.find<int>(at, IPPROTO_IPV6, IPV6_HOPLIMIT).value_or(0)),
                 .received = batch.stamp(at).value_or(wallClock())});
    }
}

void StampedSocket::takeStamps(MessageBatch &batch, const std::function<void(std::uint32_t, Timestamp)> &take)
{
    for (std::size_t count = MessageBatch::capacity; count == MessageBatch::capacity;) {
        count = batch.receive(m_socket.get(), MSG_ERRQUEUE);
        for (std::size_t at = 0; at < count; ++at) {
            const auto stamp = batch.stamp(at);
            auto error = batch.find<sock_extended_err>(at, SOL_IP, IP_RECVERR);
            if (!error)
                error = batch.find<sock_extended_err>(at, SOL_IPV6, IPV6_RECVERR);
            if (stamp && error && error->ee_origin == SO_EE_ORIGIN_TIMESTAMPING)
                take(error->ee_data, *stamp);
        }
    }
}

} // namespace parallax
