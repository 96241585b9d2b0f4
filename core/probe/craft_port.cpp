// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/craft_port.h"

#include "core/base/translate_noop.h"
#include "core/data/segment.h"

#include <algorithm>
#include <array>
#include <utility>

#include <netinet/in.h>

namespace parallax {

namespace {

constexpr std::size_t mostAtOnce = 256; // packets of one socket before the next has its turn
// Beside what traces listen for: redirect, parameter problem, timestamp reply (RFC 792; RFC 4443).
constexpr std::array<std::uint8_t, 6> answersV4{0, 3, 5, 11, 12, 14};
constexpr std::array<std::uint8_t, 5> answersV6{1, 2, 3, 4, 129};

/// Nobody's packets wake us.
Result<void> quiet(TraceSockets &family)
{
    if (auto closed = family.admitPorts({}); !closed)
        return closed;
    return family.admitIcmp(false);
}

} // namespace

Result<std::unique_ptr<CraftPort>> CraftPort::open()
{
    std::vector<TraceSockets> families;
    auto v4 = TraceSockets::open(AF_INET);
    if (!v4)
        return v4.error();
    families.push_back(std::move(v4).value());
    if (auto v6 = TraceSockets::open(AF_INET6)) // a machine without IPv6 is no error
        families.push_back(std::move(v6).value());
    for (TraceSockets &family : families) {
        if (auto closed = quiet(family); !closed)
            return closed.error();
        if (auto allowed = family.out.allowBroadcast(); !allowed)
            return allowed.error();
    }
    return std::unique_ptr<CraftPort>(new CraftPort(std::move(families)));
}

std::vector<int> CraftPort::descriptors() const
{
    std::vector<int> all;
    all.reserve(m_families.size() * 3);
    for (const TraceSockets &family : m_families) {
        for (const StampedSocket *socket : {&family.icmp, &family.tcp, &family.udp})
            all.push_back(socket->descriptor());
    }
    return all;
}

TraceSockets *CraftPort::familyOf(const IpAddress &address)
{
    const std::size_t at = address.isV4() ? 0 : 1;
    return at < m_families.size() ? &m_families[at] : nullptr;
}

Result<void> CraftPort::watch(const AwaitedPacket &awaited)
{
    TraceSockets *family = familyOf(awaited.target);
    if (!family)
        return Error{ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Reasons", "this machine has no IPv6")};
    receive(); // what waits is nobody's
    m_answers.clear();
    m_copies.clear();
    m_unstamped.clear();
    m_awaited = awaited;
    const auto block = static_cast<std::uint16_t>(awaited.ownPort & ~(flowPorts - 1U));
    if (auto admitted = family->admitPorts(block); !admitted)
        return admitted;
    const bool isV4 = family->family == AF_INET;
    return family->icmp.admitIcmp(isV4 ? std::span<const std::uint8_t>(answersV4) : answersV6);
}

void CraftPort::rest()
{
    m_awaited.reset();
    for (TraceSockets &family : m_families) {
        [[maybe_unused]] const auto closed = quiet(family); // the same calls succeeded in open()
    }
}

Result<SentPacket> CraftPort::send(const PacketBytes &packet)
{
    TraceSockets *family = m_awaited ? familyOf(m_awaited->target) : nullptr;
    if (!family)
        return Error{ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Reasons", "no packet is watched")};
    const Timestamp now = wallClock();
    const auto number = family->out.send(packet, m_awaited->target, {});
    if (!number)
        return number.error();
    m_unstamped[number.value()] = m_copies.size();
    m_copies.push_back({.left = now});
    takeStamps();
    return SentPacket{
        .at = m_copies.back().left, .kernelStamped = m_copies.back().stamped, .bytes = asSent(packet)};
}

void CraftPort::takeStamps()
{
    for (TraceSockets &family : m_families) {
        family.out.takeStamps(m_batch, [this](std::uint32_t number, Timestamp left) {
            const auto known = m_unstamped.extract(number);
            if (!known || known.mapped() >= m_copies.size())
                return;
            m_copies[known.mapped()].left = left;
            m_copies[known.mapped()].stamped = true;
        });
    }
}

std::vector<PacketAnswer> CraftPort::receive()
{
    takeStamps(); // first: an answer needs its packet's
    for (TraceSockets &family : m_families) {
        const bool isV4 = family.family == AF_INET;
        listen(family.icmp, isV4, isV4 ? ip_protocol::icmp : ip_protocol::icmpV6);
        listen(family.tcp, isV4, ip_protocol::tcp);
        listen(family.udp, isV4, ip_protocol::udp);
    }
    return std::exchange(m_answers, {});
}

void CraftPort::listen(StampedSocket &socket, bool isV4, std::uint8_t protocol)
{
    socket.receive(m_batch, mostAtOnce, [&](const Delivered &delivered) { hear(delivered, isV4, protocol); });
}

void CraftPort::hear(const Delivered &delivered, bool isV4, std::uint8_t protocol)
{
    if (!m_awaited)
        return;
    std::optional<PacketAnswer> answer;
    if (isV4) {
        answer = answerIn(delivered.bytes, delivered.received, *m_awaited);
    } else {
        const PacketBytes whole = withHeader({.from = delivered.from,
                                              .to = m_awaited->source,
                                              .protocol = protocol,
                                              .hopLimit = delivered.hopLimit},
                                             delivered.bytes);
        answer = answerIn(whole, delivered.received, *m_awaited);
    }
    if (!answer)
        return;
    answer->headerRebuilt = !isV4;
    pair(*answer);
    m_answers.push_back(std::move(*answer));
}

/// Copies are alike, so an answer cannot name its own: it is the first that is open, or the last.
void CraftPort::pair(PacketAnswer &answer)
{
    const auto open =
        std::find_if(m_copies.begin(), m_copies.end(), [](const Copy &copy) { return !copy.answered; });
    const auto mine = open == m_copies.end() && !m_copies.empty() ? std::prev(open) : open;
    if (mine == m_copies.end())
        return;
    mine->answered = true;
    answer.copy = static_cast<std::size_t>(mine - m_copies.begin());
    if (answer.received >= mine->left)
        answer.after = answer.received - mine->left;
}

bool CraftPort::allAnswered() const
{
    return std::all_of(m_copies.begin(), m_copies.end(), [](const Copy &copy) { return copy.answered; });
}

} // namespace parallax
