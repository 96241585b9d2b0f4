// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/segment.h"
#include "core/data/session_record.h"

#include <deque>
#include <optional>
#include <vector>

namespace parallax {

/// When the segment that carried a ping left, was acknowledged and was answered, by the kernel's stamps.
struct PingTiming {
    Timestamp sent{};
    std::optional<Timestamp> acknowledged{};
    Timestamp answered{};
};

/// What a segment needs to be accepted as part of the connection.
struct ProbeState {
    std::uint32_t sndUna = 0; // SND.UNA: the oldest byte not yet acknowledged (RFC 9293, 3.3.1)
    std::uint32_t rcvNxt = 0; // RCV.NXT: the next byte expected from the tester
    std::uint16_t window = 0;
    std::uint32_t flowLabel = 0;
    std::optional<TcpTimestamps> timestamps{}; // own last value, peer's last value (RFC 7323)
};

/// Follows one live connection from its captured segments. Knows nothing of pings but their order: one is
/// outstanding at a time, so the first new data sent after it was written carries it, under TLS too.
class TcpWatch
{
public:
    void see(const Segment &segment);

    const TcpFacts &facts() const { return m_facts; }
    /// Nothing until the connection has been seen in both directions.
    std::optional<ProbeState> probeState() const;
    /// True when everything written was acknowledged: only then may a probe be sent.
    bool quiet() const;
    /// Something is about to be written to the socket: not quiet until it is seen and acknowledged.
    void dataWritten(Timestamp at) { m_unseenWrite = at; }
    /// The first byte, in sequence order, that was acknowledged, is known and is not before `from`.
    std::optional<std::uint32_t> acknowledgedFrom(std::uint32_t from) const;
    /// The first sequence number whose byte is still known.
    std::uint32_t oldestKnown() const { return m_knownBegin; }
    std::uint8_t byteAt(std::uint32_t sequence) const;
    /// True when both SYNs permitted SACK, so that the endpoint can name the probe it answers.
    bool sackUsable() const;

    /// A ping is about to be written to the socket.
    void pingWritten(ProbeId id, Timestamp at);
    /// Data that is no pong arrived while the ping was out: its answer can't be told by order.
    void disturbed(ProbeId id);
    /// All stamps of a ping, once its answer was seen. Answers once; forgets the ping.
    std::optional<PingTiming> takeTiming(ProbeId id);
    void forget(ProbeId id);

private:
    struct Ping {
        ProbeId id{};
        Timestamp written{};
        std::optional<Timestamp> sent{};
        std::uint32_t end = 0; // sequence number after its last byte
        std::optional<Timestamp> acknowledged{};
        std::optional<Timestamp> answered{};
        bool disturbed = false;
    };

    void seeOutgoing(const Segment &segment);
    void seeIncoming(const Segment &segment);
    void seeOutgoingSyn(const Segment &segment);
    void seeIncomingSyn(const Segment &segment);
    void keepSent(const Segment &segment);
    void assignPing(const Segment &segment);
    void answerPings(const Segment &segment, bool hasNewData);

    TcpFacts m_facts;
    bool m_ownSackPermitted = false;
    bool m_sentKnown = false;
    bool m_receivedKnown = false;
    std::uint32_t m_sndNxt = 0;
    std::uint32_t m_sndUna = 0;
    std::uint32_t m_rcvNxt = 0;
    std::uint16_t m_window = 0;
    std::uint32_t m_flowLabel = 0;
    std::optional<std::uint32_t> m_ownTimestamp;
    std::optional<std::uint32_t> m_peerTimestamp;
    std::optional<Timestamp> m_unseenWrite;
    std::optional<Timestamp> m_synAckSent;
    int m_synAcks = 0;

    std::uint32_t m_knownBegin = 0; // m_known[0] is the byte with this sequence number
    std::deque<std::uint8_t> m_known;
    std::vector<Ping> m_pings;
};

} // namespace parallax
