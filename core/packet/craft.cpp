// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/craft.h"

#include <tins/exceptions.h>
#include <tins/icmp.h>
#include <tins/icmpv6.h>
#include <tins/ip.h>
#include <tins/ipv6.h>
#include <tins/rawpdu.h>
#include <tins/tcp.h>

#include <arpa/inet.h>

namespace parallax {

namespace {

constexpr std::uint8_t echoTtl = 64;

Tins::IPv4Address toV4(const IpAddress &address)
{
    return Tins::IPv4Address(htonl(address.toV4()));
}

Tins::IPv6Address toV6(const IpAddress &address)
{
    return {address.bytes().data()};
}

Tins::TCP tcpFor(const ProbeSegment &probe)
{
    Tins::TCP tcp(probe.flow.remote.port, probe.flow.local.port);
    tcp.seq(probe.sequence);
    tcp.ack_seq(probe.acknowledged);
    tcp.window(probe.window);
    tcp.flags(Tins::TCP::ACK);
    if (probe.timestamps) {
        tcp.add_option(Tins::TCP::option(Tins::TCP::NOP));
        tcp.add_option(Tins::TCP::option(Tins::TCP::NOP));
        tcp.timestamp(probe.timestamps->value, probe.timestamps->echo);
    }
    return tcp;
}

Bytes craftV4(const ProbeSegment &probe)
{
    Tins::IP ip(toV4(probe.flow.remote.address), toV4(probe.flow.local.address));
    ip.ttl(probe.ttl);
    ip.tos(static_cast<std::uint8_t>(probe.dscp << 2));
    ip.id(probe.ipId);
    ip.flags(Tins::IP::DONT_FRAGMENT);
    Tins::IP packet = ip / tcpFor(probe) / Tins::RawPDU(&probe.byte, 1);
    return packet.serialize();
}

Bytes craftV6(const ProbeSegment &probe)
{
    Tins::IPv6 ip(toV6(probe.flow.remote.address), toV6(probe.flow.local.address));
    ip.hop_limit(probe.ttl);
    ip.traffic_class(static_cast<std::uint8_t>(probe.dscp << 2));
    ip.flow_label(probe.flowLabel);
    Tins::IPv6 packet = ip / tcpFor(probe) / Tins::RawPDU(&probe.byte, 1);
    return packet.serialize();
}

Bytes craftV4Echo(const IpAddress &source, const IpAddress &target, const Tins::ICMP &icmp)
{
    Tins::IP ip(toV4(target), toV4(source));
    ip.ttl(echoTtl);
    Tins::IP packet = ip / icmp;
    return packet.serialize();
}

} // namespace

Result<Bytes> craftProbe(const ProbeSegment &probe)
{
    try {
        return probe.flow.remote.address.isV4() ? craftV4(probe) : craftV6(probe);
    } catch (const std::exception &e) {
        return Error{ErrorCode::Malformed, e.what()};
    }
}

Result<Bytes> craftEcho(const IpAddress &source, const IpAddress &target, std::uint16_t identifier,
                        std::uint16_t sequence)
{
    try {
        if (target.isV4()) {
            Tins::ICMP icmp;
            icmp.id(identifier);
            icmp.sequence(sequence);
            return craftV4Echo(source, target, icmp);
        }
        Tins::IPv6 ip(toV6(target), toV6(source));
        ip.hop_limit(echoTtl);
        Tins::ICMPv6 icmp(Tins::ICMPv6::ECHO_REQUEST);
        icmp.identifier(identifier);
        icmp.sequence(sequence);
        Tins::IPv6 packet = ip / icmp;
        return packet.serialize();
    } catch (const std::exception &e) {
        return Error{ErrorCode::Malformed, e.what()};
    }
}

} // namespace parallax
