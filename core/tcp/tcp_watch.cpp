// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tcp/tcp_watch.h"

#include "core/tcp/serial.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr std::size_t mostKnownBytes = 2048; // a run uses a few hundred, each once
constexpr std::size_t mostPings = 8; // one outstanding at a time, a few waiting for their stamps
constexpr std::size_t mostArrivals = 8; // a pong is one, and its stamps are asked for within milliseconds
// The capture stamps a packet behind our queue and before the kernel's TCP reads it.
constexpr Duration captureIsQuickerBy = std::chrono::milliseconds(1);

} // namespace

TcpFacts checkedFacts(TcpFacts seen, std::optional<Duration> kernelMinimum)
{
    if (seen.handshakeRtt && kernelMinimum && *seen.handshakeRtt + captureIsQuickerBy < *kernelMinimum)
        seen.handshakeRtt.reset();
    return seen;
}

void TcpWatch::see(const Segment &segment)
{
    if (segment.direction == Direction::Outgoing)
        seeOutgoing(segment);
    else
        seeIncoming(segment);
}

void TcpWatch::seeOutgoingSyn(const Segment &segment)
{
    ++m_synAcks;
    m_synAckSent = segment.captured;
    m_sndNxt = segment.sequence + 1;
    m_sndUna = segment.sequence;
    m_knownBegin = m_sndNxt;
    m_known.clear();
    m_sentKnown = true;
}

void TcpWatch::seeOutgoing(const Segment &segment)
{
    m_flowLabel = segment.flowLabel;
    if (segment.has(tcp_flag::syn)) {
        seeOutgoingSyn(segment);
        return;
    }
    if (!m_sentKnown) { // the capture began in the middle of the connection
        m_sndNxt = segment.sequence;
        m_sndUna = segment.sequence;
        m_knownBegin = segment.sequence;
        m_sentKnown = true;
    }
    if (serialBefore(segment.sequence, m_sndNxt) && segment.payloadLength > 0)
        return; // a retransmission or one of our own probes: nothing new
    m_window = segment.window;
    if (segment.timestamps)
        m_ownTimestamp = segment.timestamps->value;
    if (segment.payloadLength > 0) {
        if (serialBefore(m_sndNxt, segment.sequence))
            spoilPings(); // a segment was not captured: it may have held any ping that was written
        if (m_unseenWrite && *m_unseenWrite <= segment.captured)
            m_unseenWrite.reset();
        keepSent(segment);
        assignPing(segment);
    }
    m_sndNxt = serialMax(m_sndNxt, segment.sequence + segment.payloadLength);
}

void TcpWatch::keepSent(const Segment &segment)
{
    const std::uint32_t knownEnd = m_knownBegin + static_cast<std::uint32_t>(m_known.size());
    if (segment.sequence != knownEnd) {
        m_known.clear();
        m_knownBegin = segment.sequence;
    }
    const std::size_t captured = std::min<std::size_t>(segment.payload.size(), segment.payloadLength);
    m_known.insert(m_known.end(), segment.payload.begin(),
                   segment.payload.begin() + static_cast<std::ptrdiff_t>(captured));
    if (captured < segment.payloadLength) { // the rest lies beyond the snapshot length
        m_known.clear();
        m_knownBegin = segment.sequence + segment.payloadLength;
    }
    while (m_known.size() > mostKnownBytes) {
        m_known.pop_front();
        ++m_knownBegin;
    }
}

void TcpWatch::assignPing(const Segment &segment)
{
    const auto ping = std::find_if(m_pings.begin(), m_pings.end(), [&](const Ping &candidate) {
        return !candidate.sent && candidate.written <= segment.captured;
    });
    if (ping == m_pings.end())
        return;
    ping->sent = segment.captured;
    ping->end = segment.sequence + segment.payloadLength;
    supposeStart(segment);
}

/// Where the SYN was missed, its number is what a ping acknowledges less what had been received: sure when
/// two pings say the same. Data that came in between makes it too large, which makes an answer later at most.
void TcpWatch::supposeStart(const Segment &segment)
{
    if (m_peerStart || !m_receivedBytes)
        return;
    const std::uint32_t start = segment.acknowledged - 1 - static_cast<std::uint32_t>(*m_receivedBytes);
    if (m_supposedStart == start)
        m_peerStart = start;
    m_supposedStart = start;
}

void TcpWatch::seeIncomingSyn(const Segment &segment)
{
    if (m_receivedKnown)
        return; // a repetition, or not of this connection
    m_peerStart = segment.sequence;
    m_facts.mss = segment.mss;
    m_facts.windowScale = segment.windowScale;
    m_facts.sackPermitted = segment.sackPermitted;
    m_facts.timestamps = segment.timestamps.has_value();
    m_facts.ttl = segment.ttl;
    m_facts.optionOrder = segment.optionOrder;
    m_rcvNxt = segment.sequence + 1;
    m_receivedKnown = true;
    if (segment.timestamps)
        m_peerTimestamp = segment.timestamps->value;
}

void TcpWatch::seeIncoming(const Segment &segment)
{
    if (segment.has(tcp_flag::syn)) {
        seeIncomingSyn(segment);
        return;
    }
    // Only an unrepeated SYN-ACK tells which of them was acknowledged (Karn).
    if (m_synAckSent && m_synAcks == 1 && !m_facts.handshakeRtt && segment.captured >= *m_synAckSent)
        m_facts.handshakeRtt = segment.captured - *m_synAckSent;
    const std::uint32_t end = segment.sequence + segment.payloadLength + (segment.has(tcp_flag::fin) ? 1 : 0);
    if (!m_receivedKnown)
        m_rcvNxt = segment.sequence;
    if (segment.payloadLength > 0)
        keepArrival(segment);
    m_rcvNxt = serialMax(m_rcvNxt, end);
    m_receivedKnown = true;
    if (segment.timestamps)
        m_peerTimestamp = segment.timestamps->value;
    if (m_sentKnown && segment.has(tcp_flag::ack) && serialBefore(m_sndUna, segment.acknowledged)
        && !serialBefore(m_sndNxt, segment.acknowledged))
        m_sndUna = segment.acknowledged;
    if (segment.has(tcp_flag::ack))
        acknowledgePings(segment);
}

void TcpWatch::keepArrival(const Segment &segment)
{
    if (serialBefore(m_rcvNxt, segment.sequence))
        spoilPings(); // lost on the way or by the capture: what fills the gap is no new data when it comes
    const std::uint32_t end = segment.sequence + segment.payloadLength;
    if (!serialBefore(m_rcvNxt, end))
        return;
    if (m_arrivals.size() >= mostArrivals)
        m_arrivals.pop_front();
    m_arrivals.push_back({m_rcvNxt, end, segment.acknowledged, segment.captured});
}

void TcpWatch::spoilPings()
{
    for (Ping &ping : m_pings)
        ping.disordered = true;
}

void TcpWatch::acknowledgePings(const Segment &segment)
{
    for (Ping &ping : m_pings) {
        if (ping.sent && !ping.acknowledged && segment.captured >= *ping.sent
            && !serialBefore(segment.acknowledged, ping.end))
            ping.acknowledged = segment.captured;
    }
}

/// Whoever answers has received, so a segment that does not acknowledge the ping does not complete its
/// answer.
const TcpWatch::Arrival *TcpWatch::answerTo(const Ping &ping) const
{
    if (!m_peerStart || !ping.sent || !ping.receivedBytes || ping.disordered)
        return nullptr;
    const std::uint32_t end = *m_peerStart + 1 + static_cast<std::uint32_t>(*ping.receivedBytes);
    const auto answer = std::find_if(m_arrivals.begin(), m_arrivals.end(), [&](const Arrival &arrival) {
        return serialBefore(arrival.begin, end) && !serialBefore(arrival.end, end);
    });
    if (answer == m_arrivals.end() || answer->captured < *ping.sent
        || serialBefore(answer->acknowledged, ping.end))
        return nullptr;
    return &*answer;
}

std::optional<ProbeState> TcpWatch::probeState() const
{
    if (!m_sentKnown || !m_receivedKnown)
        return std::nullopt;
    ProbeState state{.sndUna = m_sndUna, .rcvNxt = m_rcvNxt, .window = m_window, .flowLabel = m_flowLabel};
    if (m_ownTimestamp && m_peerTimestamp)
        state.timestamps = TcpTimestamps{*m_ownTimestamp, *m_peerTimestamp};
    return state;
}

bool TcpWatch::quiet() const
{
    return m_sentKnown && m_receivedKnown && m_sndUna == m_sndNxt && !m_unseenWrite;
}

std::optional<std::uint32_t> TcpWatch::acknowledgedFrom(std::uint32_t from) const
{
    const std::uint32_t first = serialMax(from, m_knownBegin);
    const std::uint32_t end = m_knownBegin + static_cast<std::uint32_t>(m_known.size());
    if (!serialBefore(first, m_sndUna) || !serialBefore(first, end))
        return std::nullopt;
    return first;
}

std::uint8_t TcpWatch::byteAt(std::uint32_t sequence) const
{
    return m_known.at(sequence - m_knownBegin);
}

void TcpWatch::pingWritten(ProbeId id, Timestamp at)
{
    if (m_pings.size() >= mostPings)
        m_pings.erase(m_pings.begin());
    m_pings.push_back({.id = id, .written = at});
    dataWritten(at);
}

TcpWatch::Ping *TcpWatch::find(ProbeId id)
{
    const auto ping =
        std::find_if(m_pings.begin(), m_pings.end(), [id](const Ping &each) { return each.id == id; });
    return ping == m_pings.end() ? nullptr : &*ping;
}

void TcpWatch::pongRead(ProbeId id, std::uint64_t bytesReceived)
{
    if (Ping *ping = find(id))
        ping->receivedBytes = bytesReceived;
    m_receivedBytes = bytesReceived;
}

std::optional<PingTiming> TcpWatch::takeTiming(ProbeId id)
{
    const Ping *ping = find(id);
    const Arrival *answer = ping ? answerTo(*ping) : nullptr;
    if (!answer)
        return std::nullopt;
    const PingTiming timing{*ping->sent, ping->acknowledged, answer->captured};
    forget(id);
    return timing;
}

void TcpWatch::forget(ProbeId id)
{
    std::erase_if(m_pings, [id](const Ping &ping) { return ping.id == id; });
}

} // namespace parallax
