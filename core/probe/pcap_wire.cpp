// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/pcap_wire.h"

#include "core/base/random.h"
#include "core/packet/craft.h"
#include "core/tcp/serial.h"

#include <algorithm>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr Duration lateness = 50ms; // of an answer that is matched by order, on top of two round trips

} // namespace

PcapWire::PcapWire(PacketSender sender, Flow flow, ProbeIndex &index)
    : m_sender(std::move(sender))
    , m_flow(flow)
    , m_index(index)
    , m_nextIpId(static_cast<std::uint16_t>(randomBits()))
{
    chooseEchoIdentifier();
}

void PcapWire::chooseEchoIdentifier()
{
    m_echoIdentifier = static_cast<std::uint16_t>(randomBits());
}

PcapWire::~PcapWire()
{
    for (const auto &[sequence, sent] : m_bySequence)
        m_index.remove(sequence, sent.ipId, this);
}

Result<void> PcapWire::send(const Probe &probe)
{
    return probe.method == Method::IcmpEcho ? sendEcho(probe) : sendTrace(probe);
}

Result<void> PcapWire::sendTrace(const Probe &probe)
{
    const auto state = m_watch.probeState();
    if (!state || !m_watch.quiet())
        return Error{ErrorCode::Unavailable, "the connection has unacknowledged data"};
    const auto byte = m_watch.acknowledgedFrom(m_nextByte.value_or(m_watch.oldestKnown()));
    if (!byte)
        return Error{ErrorCode::Unavailable, "no acknowledged byte is left to repeat"};
    m_nextByte = *byte + 1;
    if (++m_nextIpId == 0)
        ++m_nextIpId;
    const auto packet = craftProbe({.flow = m_flow,
                                    .ttl = probe.ttl,
                                    .dscp = probe.dscp,
                                    .ipId = m_nextIpId,
                                    .flowLabel = state->flowLabel,
                                    .sequence = *byte,
                                    .acknowledged = state->rcvNxt,
                                    .window = state->window,
                                    .byte = m_watch.byteAt(*byte),
                                    .timestamps = state->timestamps});
    if (!packet)
        return packet.error();
    m_bySequence[*byte] = Sent{.id = probe.id, .ipId = m_nextIpId, .ttl = probe.ttl};
    m_order.push_back(*byte);
    m_index.add(*byte, m_nextIpId, this);
    return m_sender(packet.value(), m_flow.remote.address);
}

Result<void> PcapWire::sendEcho(const Probe &probe)
{
    const auto packet = craftEcho(m_flow.local.address, m_flow.remote.address, m_echoIdentifier, m_nextEcho);
    if (!packet)
        return packet.error();
    m_echoes[m_nextEcho++] = Sent{.id = probe.id};
    return m_sender(packet.value(), m_flow.remote.address);
}

bool PcapWire::canSend(std::size_t probes) const
{
    const auto first = m_watch.acknowledgedFrom(m_nextByte.value_or(m_watch.oldestKnown()));
    return first && m_watch.quiet()
        && m_watch.acknowledgedFrom(*first + static_cast<std::uint32_t>(probes) - 1).has_value();
}

std::vector<Reply> PcapWire::take()
{
    return std::exchange(m_replies, {});
}

void PcapWire::answer(Sent &sent, ReplyKind kind, const IpAddress &from, Timestamp received)
{
    sent.answered = true;
    m_replies.push_back(
        {.id = sent.id, .kind = kind, .from = from, .received = received, .probeSent = sent.stamped});
}

void PcapWire::see(const Segment &segment)
{
    if (segment.direction == Direction::Outgoing) {
        const auto own = m_bySequence.find(segment.sequence);
        if (own != m_bySequence.end() && segment.payloadLength == 1 && segment.ttl == own->second.ttl
            && !own->second.stamped) {
            own->second.stamped = segment.captured;
            return;
        }
    } else {
        seeEndpoint(segment);
    }
    m_watch.see(segment);
}

void PcapWire::seeEndpoint(const Segment &segment)
{
    const bool duplicate = segment.payloadLength == 0 && m_lastAcknowledged == segment.acknowledged
        && !segment.has(tcp_flag::syn) && !segment.has(tcp_flag::fin) && !segment.has(tcp_flag::rst);
    m_lastAcknowledged = segment.acknowledged;
    if (!segment.sack.empty()) {
        const SackBlock &block = segment.sack.front(); // RFC 2883: a D-SACK block is the first one
        if (block.right != block.left + 1 || !serialBefore(block.left, segment.acknowledged))
            return;
        const auto named = m_bySequence.find(block.left);
        m_named = m_named || named != m_bySequence.end();
        if (named != m_bySequence.end() && !named->second.answered)
            answer(named->second, ReplyKind::DuplicateAck, m_flow.remote.address, segment.captured);
        return;
    }
    if (!duplicate || m_named) // whoever permits SACK need not send D-SACK blocks
        return;
    Sent *sent = oldestBeyondHops(segment.captured);
    if (!sent)
        return;
    answer(*sent, ReplyKind::DuplicateAckInOrder, m_flow.remote.address, segment.captured);
    if (sent->stamped)
        m_endpointRtt = std::min(m_endpointRtt.value_or(Duration::max()), segment.captured - *sent->stamped);
}

/// Without a D-SACK block order is all there is: the oldest unanswered probe that outlived every known hop.
/// One that has waited far longer than the endpoint takes was lost, and must not take the answer of the next.
PcapWire::Sent *PcapWire::oldestBeyondHops(Timestamp now)
{
    for (const std::uint32_t sequence : m_order) {
        Sent &sent = m_bySequence.at(sequence);
        const bool lost =
            m_endpointRtt && sent.stamped && now - *sent.stamped > 2 * *m_endpointRtt + lateness;
        if (!sent.answered && !lost && sent.ttl > m_furthestHop)
            return &sent;
    }
    return nullptr;
}

bool PcapWire::see(const IcmpError &error)
{
    const auto quoted = m_bySequence.find(error.quotedSequence);
    if (quoted == m_bySequence.end() || quoted->second.answered)
        return false;
    Sent &sent = quoted->second;
    if (m_flow.remote.address.isV4() && sent.ipId != error.quotedIpId)
        return false;
    if (error.from != m_flow.remote.address)
        m_furthestHop = std::max(m_furthestHop, sent.ttl);
    answer(sent, error.kind, error.from, error.captured);
    m_replies.back().quote = error.quote;
    return true;
}

bool PcapWire::see(const EchoAnswer &answer)
{
    const auto sent = m_echoes.find(answer.sequence);
    if (answer.identifier != m_echoIdentifier || answer.from != m_flow.remote.address
        || sent == m_echoes.end())
        return false;
    this->answer(sent->second, ReplyKind::EchoReply, answer.from, answer.captured);
    m_echoes.erase(sent);
    return true;
}

} // namespace parallax
