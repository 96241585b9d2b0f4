// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/trace_sockets.h"

#include <linux/filter.h>
#include <netinet/in.h>

namespace parallax {

namespace {

/// Only packets to one of our source ports. A raw IPv4 socket's filter sees the IP header, an IPv6 one's does
/// not.
std::vector<sock_filter> onlyOurPorts(int family, std::uint16_t basePort)
{
    std::vector<sock_filter> program;
    if (family == AF_INET) {
        program.push_back(BPF_STMT(BPF_LDX | BPF_B | BPF_MSH, 0));
        program.push_back(BPF_STMT(BPF_LD | BPF_H | BPF_IND, 2));
    } else {
        program.push_back(BPF_STMT(BPF_LD | BPF_H | BPF_ABS, 2));
    }
    program.push_back(BPF_STMT(BPF_ALU | BPF_AND | BPF_K, static_cast<std::uint16_t>(~(flowPorts - 1))));
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, basePort, 0, 1));
    program.push_back(BPF_STMT(BPF_RET | BPF_K, 0xffff));
    program.push_back(BPF_STMT(BPF_RET | BPF_K, 0));
    return program;
}

constexpr sock_filter nothing = BPF_STMT(BPF_RET | BPF_K, 0);

} // namespace

Result<TraceSockets> TraceSockets::open(int family)
{
    auto out = StampedSocket::open(family, IPPROTO_RAW);
    auto icmp = StampedSocket::open(family, family == AF_INET ? int{IPPROTO_ICMP} : int{IPPROTO_ICMPV6});
    auto tcp = StampedSocket::open(family, IPPROTO_TCP);
    auto udp = StampedSocket::open(family, IPPROTO_UDP);
    for (const auto *socket : {&out, &icmp, &tcp, &udp}) {
        if (!*socket)
            return socket->error();
    }
    return TraceSockets{family, std::move(out).value(), std::move(icmp).value(), std::move(tcp).value(),
                        std::move(udp).value()};
}

Result<void> TraceSockets::admitIcmp(bool anything)
{
    using Types = std::span<const std::uint8_t>;
    const Types types = family == AF_INET ? Types(icmpAnswers) : Types(icmpV6Answers);
    return icmp.admitIcmp(anything ? types : Types{});
}

Result<void> TraceSockets::admitPorts(std::optional<std::uint16_t> basePort)
{
    const auto program = basePort ? onlyOurPorts(family, *basePort) : std::vector<sock_filter>{nothing};
    for (StampedSocket *socket : {&tcp, &udp}) {
        if (auto set = socket->setFilter(program); !set)
            return set;
    }
    return {};
}

} // namespace parallax
