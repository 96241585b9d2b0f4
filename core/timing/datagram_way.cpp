// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/datagram_way.h"

#include "core/timing/control_message.h"
#include "core/timing/udp_socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>

namespace parallax {

void noteWay(Datagram &datagram, msghdr &header)
{
    datagram.local = {};
    datagram.interfaceIndex = 0;
    if (const auto v6 = controlIn<in6_pktinfo>(header, IPPROTO_IPV6, IPV6_PKTINFO)) {
        IpAddress::Bytes bytes{};
        std::memcpy(bytes.data(), &v6->ipi6_addr, bytes.size());
        const auto asked = IpAddress::fromBytes(bytes);
        datagram.local = asked.isOneHost() ? asked : IpAddress{}; // a group's is none to answer from
        datagram.interfaceIndex = v6->ipi6_ifindex;
    }
    // Also in an IPv6 socket. Never a broadcast: the kernel has an address of ours instead.
    if (const auto v4 = controlIn<in_pktinfo>(header, IPPROTO_IP, IP_PKTINFO))
        datagram.local = IpAddress::fromV4(ntohl(v4->ipi_spec_dst.s_addr));
}

std::size_t fillWay(std::span<char> control, int family, const Datagram &datagram)
{
    if (datagram.local.isUnspecified())
        return 0;
    msghdr header{};
    header.msg_control = control.data();
    header.msg_controllen = control.size();
    cmsghdr *message = CMSG_FIRSTHDR(&header);
    const auto put = [message](int level, int type, const auto &info) {
        message->cmsg_level = level;
        message->cmsg_type = type;
        message->cmsg_len = CMSG_LEN(sizeof info);
        std::memcpy(CMSG_DATA(message), &info, sizeof info);
        return CMSG_SPACE(sizeof info);
    };
    if (family == AF_INET) {
        in_pktinfo info{};
        info.ipi_spec_dst.s_addr = htonl(datagram.local.toV4());
        return put(IPPROTO_IP, IP_PKTINFO, info);
    }
    in6_pktinfo info{}; // an IPv4 address has its mapped form here as well
    std::memcpy(&info.ipi6_addr, datagram.local.bytes().data(), sizeof info.ipi6_addr);
    info.ipi6_ifindex = datagram.local.isV4() || !datagram.local.isLinkLocal() ? 0 : datagram.interfaceIndex;
    return put(IPPROTO_IPV6, IPV6_PKTINFO, info);
}

} // namespace parallax
