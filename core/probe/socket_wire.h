// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/socket_port.h"
#include "core/probe/stamped_socket.h"
#include "core/probe/wire.h"

#include <string>
#include <vector>

namespace parallax {

/// Whom to ask, and how to get there.
struct SocketTarget {
    Method method = Method::IcmpEcho; // or UdpDatagram, TcpSyn
    SocketAddress address{}; // the port: UDP and TCP
    IpAddress source{}; // of this machine; sourceFor() finds it
    unsigned interfaceIndex = 0; // 0: as the routes say
    std::string device{}; // its name, where one was named: the index may change
    bool sourceNamed = false; // by the user: routes by source (ip-rule(8)) go by it

    WayOut way() const { return {interfaceIndex, sourceNamed ? std::optional(source) : std::nullopt}; }
};

/// The address that packets to `target` leave from: by that device, or as the routes say. Unavailable where
/// no route leads there. A link-local target needs the index of its device.
Result<IpAddress> sourceFor(const IpAddress &target, unsigned interfaceIndex = 0);

/// Whether packets may leave from that address: this machine has it, or routes it to itself as 127.0.0.2. One
/// of a link needs the index of its device.
bool isOwn(const IpAddress &address, unsigned interfaceIndex = 0);

/// The MTU of the link that has this address of ours; nothing where no link has it.
std::optional<std::uint16_t> linkMtu(const IpAddress &source);

/// Traceroute and ping probes to one target.
class SocketWire : public Wire
{
public:
    SocketWire(SocketPort &port, SocketTarget target);
    ~SocketWire() override;

    Result<void> send(const Probe &probe) override;
    std::vector<Reply> take() override;
    bool hasReplies() const { return !m_replies.empty(); }
    /// Asks again where packets leave from: an address that this machine has lost gets no answer, and a
    /// device that went and came back has another index. A source that was named stays. Where no route leads
    /// to the target all stays, and send() says so.
    void renewSource();
    const SocketTarget &target() const { return m_target; }

private:
    friend class SocketPort;
    void hear(Reply reply) { m_replies.push_back(std::move(reply)); }

    SocketPort &m_port;
    SocketTarget m_target;
    std::vector<Reply> m_replies;
};

} // namespace parallax
