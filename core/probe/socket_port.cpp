// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/socket_port.h"

#include "core/base/checksum.h"
#include "core/base/random.h"
#include "core/base/translate_noop.h"
#include "core/packet/craft_trace.h"
#include "core/packet/parse.h"
#include "core/probe/socket_wire.h"
#include "core/probe/trace_sockets.h"

#include <netinet/in.h>

namespace parallax {

namespace {

constexpr std::uint16_t flowMask = flowPorts - 1;
static_assert(SocketPort::mostFlows == flowPorts);
constexpr std::uint16_t lowestPort = 20'480; // below what Linux gives to connections (32768 and up)
constexpr std::uint16_t portRange = 8'192;
constexpr std::size_t mostAtOnce = 4096; // packets of one socket before the next has its turn
constexpr std::size_t udpHeader = 8;
constexpr std::size_t mostUnstamped = 64; // the kernel keeps some 250 stamps for us

} // namespace

struct SocketPort::Sockets {
    std::vector<TraceSockets> families; // IPv4, and IPv6 where this machine has it
};

Result<std::unique_ptr<SocketPort>> SocketPort::open()
{
    auto sockets = std::make_unique<Sockets>();
    auto v4 = TraceSockets::open(AF_INET);
    if (!v4)
        return v4.error();
    sockets->families.push_back(std::move(v4).value());
    if (auto v6 = TraceSockets::open(AF_INET6)) // a machine without IPv6 is no error
        sockets->families.push_back(std::move(v6).value());
    std::unique_ptr<SocketPort> port(new SocketPort(std::move(sockets)));
    for (TraceSockets &family : port->m_sockets->families) {
        if (auto set = family.admitPorts(port->m_basePort); !set)
            return set.error();
    }
    if (auto closed = port->admitIcmp(false); !closed)
        return closed.error();
    for (const int descriptor : port->descriptors())
        port->m_waiting.push_back({.fd = descriptor, .events = POLLIN, .revents = 0});
    return port;
}

SocketPort::SocketPort(std::unique_ptr<Sockets> sockets)
    : m_sockets(std::move(sockets))
    , m_basePort(
          static_cast<std::uint16_t>(lowestPort + (randomBits() % portRange & ~std::uint64_t{flowMask})))
    , m_identifier(static_cast<std::uint16_t>(randomBits() & ~std::uint64_t{flowMask}))
    , m_token(static_cast<std::uint32_t>(randomBits()))
{
}

SocketPort::~SocketPort() = default;

bool SocketPort::hasV6() const
{
    return m_sockets->families.size() > 1;
}

std::vector<int> SocketPort::descriptors() const
{
    std::vector<int> all;
    for (const auto &family : m_sockets->families) {
        for (const StampedSocket *socket : {&family.icmp, &family.tcp, &family.udp})
            all.push_back(socket->descriptor());
    }
    return all;
}

/// While nobody probes, other people's packets wake nobody.
Result<void> SocketPort::admitIcmp(bool anything)
{
    for (TraceSockets &family : m_sockets->families) {
        if (auto set = family.admitIcmp(anything); !set)
            return set;
    }
    return {};
}

void SocketPort::attach()
{
    if (m_wires++ == 0) {
        [[maybe_unused]] const auto opened = admitIcmp(true); // the same calls succeeded in open()
    }
}

void SocketPort::detach(const SocketWire *wire)
{
    std::erase_if(m_sent, [wire](const auto &entry) { return entry.second.wire == wire; });
    if (--m_wires == 0) {
        [[maybe_unused]] const auto closed = admitIcmp(false);
    }
}

std::uint16_t SocketPort::sourcePort(Method method, std::uint8_t flow) const
{
    const std::uint16_t base = method == Method::IcmpEcho ? m_identifier : m_basePort;
    return static_cast<std::uint16_t>(base | (flow & flowMask));
}

Result<void> SocketPort::send(SocketWire &wire, ProbeId id, TracePacket packet)
{
    const bool isV4 = packet.target.address.isV4();
    if (!isV4 && !hasV6())
        return Error{ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Reasons", "this machine has no IPv6")};
    const Timestamp now = wallClock(); // before the packet is made, as ping(8) begins to count
    ++m_token;
    if ((m_token & 0xffffU) == 0)
        ++m_token; // an IP ID of 0 would be replaced by the kernel
    packet.token = m_token;
    const Bytes bytes = craftTracePacket(packet);
    auto &family = m_sockets->families[isV4 ? 0 : 1];
    const auto number = family.out.send(bytes, packet.target.address, wire.target().way());
    auto &unstamped = m_unstamped[isV4 ? 0 : 1];
    if (!number) {
        takeStamps(); // of those before: from here on the numbers begin anew
        unstamped.clear();
        return number.error();
    }
    const auto key = static_cast<std::uint16_t>(m_token);
    unstamped[number.value()] = key;
    m_sent[key] = {.wire = &wire,
                   .id = id,
                   .token = m_token,
                   .method = packet.method,
                   .port = packet.source.port,
                   .checksum = transportChecksum(bytes),
                   .asked = now,
                   .left = now};
    if (unstamped.size() >= mostUnstamped)
        takeStamps();
    while (unstamped.size() >= mostUnstamped)
        unstamped.erase(unstamped.begin()); // the kernel never sent it: nobody has its link address, say
    return {};
}

void SocketPort::takeStamps()
{
    for (std::size_t at = 0; at < m_sockets->families.size(); ++at) {
        auto &unstamped = m_unstamped[at];
        if (unstamped.empty())
            continue;
        m_sockets->families[at].out.takeStamps(m_batch, [&](std::uint32_t number, Timestamp left) {
            const auto known = unstamped.find(number);
            if (known == unstamped.end())
                return;
            const auto sent = m_sent.find(known->second);
            if (sent != m_sent.end() && left < sent->second.asked)
                return; // of a packet before the numbers began anew, or the clock was set
            if (sent != m_sent.end())
                sent->second.left = left;
            unstamped.erase(known);
        });
    }
}

bool SocketPort::receive()
{
    takeStamps(); // first: an answer needs its probe's
    m_answered = false;
    // One call tells which of six: to try each would cost more than all else here.
    const bool unknown = ::poll(m_waiting.data(), m_waiting.size(), 0) < 0;
    auto next = m_waiting.begin();
    const auto from = [&](StampedSocket &socket, const auto &take) {
        if (unknown || next->revents != 0)
            socket.receive(m_batch, mostAtOnce, take);
        ++next;
    };
    for (auto &family : m_sockets->families) {
        const auto icmp = family.family == AF_INET ? ip_protocol::icmp : ip_protocol::icmpV6;
        from(family.icmp, [&](const Delivered &d) { hear(d, family.family, icmp); });
        from(family.tcp, [&](const Delivered &d) { hear(d, family.family, ip_protocol::tcp); });
        from(family.udp, [&](const Delivered &d) { hearUdp(d, family.family); });
    }
    return m_answered;
}

void SocketPort::hear(const Delivered &delivered, int family, std::uint8_t protocol)
{
    // A segment to any of our ports passes for one to the base port: the kernel's filter has looked already.
    const std::size_t header = family == AF_INET && !delivered.bytes.empty()
        ? static_cast<std::size_t>(delivered.bytes[0] & 0x0f) * 4
        : 0;
    std::uint16_t ours = 0;
    if (protocol == ip_protocol::tcp && delivered.bytes.size() >= header + 4)
        ours = static_cast<std::uint16_t>(delivered.bytes[header + 2] << 8 | delivered.bytes[header + 3]);
    const auto parsed = family == AF_INET
        ? parsePacket(delivered.bytes, ours, delivered.received)
        : parseBareV6(protocol, delivered.bytes, {.from = delivered.from, .hopLimit = delivered.hopLimit},
                      ours, delivered.received);
    const bool sound = family != AF_INET || protocol != ip_protocol::icmp || delivered.bytes.size() < header
        || checksumHolds(delivered.bytes.subspan(header));
    if (parsed && sound && parsed.value() && dispatch(*parsed.value()))
        m_answered = true;
}

/// The token is in the first two bytes of data, which an echo service and a name server send back.
void SocketPort::hearUdp(const Delivered &delivered, int family)
{
    const auto &bytes = delivered.bytes;
    const std::size_t at =
        family == AF_INET && !bytes.empty() ? static_cast<std::size_t>(bytes[0] & 0x0f) * 4 : 0;
    if (bytes.size() < at + udpHeader + 2)
        return;
    const auto read = [&](std::size_t offset) {
        return static_cast<std::uint16_t>(bytes[at + offset] << 8 | bytes[at + offset + 1]);
    };
    Sent *sent = find(Method::UdpDatagram, read(2), read(udpHeader));
    const bool ours = sent && sent->wire->target().address == SocketAddress{delivered.from, read(0)};
    if (ours
        && answer(*sent,
                  {.kind = ReplyKind::UdpAnswer,
                   .from = delivered.from,
                   .received = delivered.received,
                   .ttl = family == AF_INET ? bytes[8] : delivered.hopLimit}))
        m_answered = true;
}

bool SocketPort::dispatch(const Sighting &sighting)
{
    if (const auto *error = std::get_if<IcmpError>(&sighting))
        return dispatchError(*error);
    if (const auto *echo = std::get_if<EchoAnswer>(&sighting))
        return dispatchEcho(*echo);
    return dispatchSegment(std::get<Segment>(sighting));
}

SocketPort::Sent *SocketPort::find(Method method, std::uint16_t port, std::uint16_t token)
{
    const auto found = m_sent.find(token);
    const bool ours = found != m_sent.end() && found->second.method == method && found->second.port == port;
    return ours ? &found->second : nullptr;
}

bool SocketPort::dispatchError(const IcmpError &error)
{
    const bool udp = error.quotedProtocol == ip_protocol::udp;
    const bool tcp = error.quotedProtocol == ip_protocol::tcp;
    const bool isV4 = error.quotedFlow.remote.address.isV4();
    const Method method = udp ? Method::UdpDatagram : tcp ? Method::TcpSyn : Method::IcmpEcho;
    const auto inData = static_cast<std::uint16_t>(error.quotedSequence >> 16);
    const auto inHeader = static_cast<std::uint16_t>(error.quotedSequence);
    const std::uint16_t token = tcp ? inHeader
        : !udp                      ? error.quotedFlow.remote.port
        : isV4 && inData == 0       ? error.quotedIpId // not all that was sent is quoted
                                    : inData; // firewalls rewrite the other
    Sent *sent = find(method, error.quotedFlow.local.port, token);
    if (!sent || (tcp && sent->token != error.quotedSequence))
        return false;
    if (sent->wire->target().address.address != error.quotedFlow.remote.address)
        return false;
    Reply reply{.kind = error.kind,
                .from = error.from,
                .received = error.captured,
                .quote = error.quote,
                .icmpType = error.type,
                .icmpCode = error.code,
                .mtu = error.mtu,
                .ttl = error.ttl};
    if (!tcp && error.quotedChecksum != 0) // a router owes only the eight bytes before a segment's
        reply.quote->translated = error.quotedChecksum != sent->checksum;
    return answer(*sent, std::move(reply));
}

bool SocketPort::dispatchEcho(const EchoAnswer &echo)
{
    Sent *sent = find(Method::IcmpEcho, echo.identifier, echo.sequence);
    if (!sent || sent->wire->target().address.address != echo.from)
        return false;
    const std::uint8_t type = echo.from.isV4() ? icmpAnswers.front() : icmpV6Answers.back();
    return answer(*sent,
                  {.kind = ReplyKind::EchoReply,
                   .from = echo.from,
                   .received = echo.captured,
                   .icmpType = type,
                   .ttl = echo.ttl});
}

bool SocketPort::dispatchSegment(const Segment &segment)
{
    // Nothing that leaves is heard here; where both ports are the same, the parser cannot tell.
    const bool isTurned = segment.direction == Direction::Outgoing;
    const SocketAddress &theirs = isTurned ? segment.flow.local : segment.flow.remote;
    const SocketAddress &ours = isTurned ? segment.flow.remote : segment.flow.local;
    const std::uint32_t token = segment.acknowledged - 1; // a SYN counts as one byte (RFC 9293, 3.4)
    const bool open = segment.has(tcp_flag::syn) && segment.has(tcp_flag::ack);
    Sent *sent = find(Method::TcpSyn, ours.port, static_cast<std::uint16_t>(token));
    if (!sent || sent->token != token || sent->wire->target().address != theirs
        || (!open && !segment.has(tcp_flag::rst)))
        return false;
    return answer(*sent,
                  {.kind = open ? ReplyKind::SynAck : ReplyKind::Reset,
                   .from = theirs.address,
                   .received = segment.captured,
                   .ttl = segment.ttl});
}

/// Each probe is answered once: what repeats an answer is nobody's.
bool SocketPort::answer(Sent &sent, Reply reply)
{
    reply.id = sent.id;
    reply.probeSent = sent.left;
    if (sent.left > sent.asked)
        reply.hostDelay = sent.left - sent.asked;
    sent.wire->hear(std::move(reply));
    m_sent.erase(static_cast<std::uint16_t>(sent.token));
    return true;
}

} // namespace parallax
