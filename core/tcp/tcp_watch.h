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

/// Without a handshake that spanned a clock that was set back: one that was quicker, beyond all doubt, than
/// the kernel's least round trip, which is of no such clock and has the handshake among its samples.
TcpFacts checkedFacts(TcpFacts seen, std::optional<Duration> kernelMinimum);

/// Follows one live connection from its captured segments. Works under TLS too: a ping is in the first new
/// data sent after it was written, since one is outstanding at a time, and its answer is where the socket
/// says.
class TcpWatch
{
public:
    void see(const Segment &segment);

    const TcpFacts &facts() const { return m_facts; }
    /// The sequence number of the tester's SYN, where it was seen.
    std::optional<std::uint32_t> peerStart() const { return m_peerStart; }
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
    /// A packet of the connection was captured, in whatever direction.
    bool hasSeen() const { return m_sentKnown || m_receivedKnown; }

    /// A ping is about to be written to the socket.
    void pingWritten(ProbeId id, Timestamp at);
    /// The socket has read the ping's answer, having received so many bytes since the handshake: the last of
    /// them came in the segment that completed it. Whatever came before is no answer, acknowledge what it
    /// may.
    void pongRead(ProbeId id, std::uint64_t bytesReceived);
    /// All stamps of a ping, once its answer was read and seen. Answers once; forgets the ping.
    std::optional<PingTiming> takeTiming(ProbeId id);
    void forget(ProbeId id);

private:
    struct Ping {
        ProbeId id{};
        Timestamp written{};
        std::optional<Timestamp> sent{};
        std::uint32_t end = 0; // sequence number after its last byte
        std::optional<Timestamp> acknowledged{};
        std::optional<std::uint64_t> receivedBytes{}; // by the socket, when it had read the answer
        bool disordered = false; // a gap in what was seen: which segment brought what is not known
    };

    /// The segment that first brought these bytes of the tester's.
    struct Arrival {
        std::uint32_t begin = 0; // sequence numbers: [begin, end)
        std::uint32_t end = 0;
        std::uint32_t acknowledged = 0;
        Timestamp captured{};
    };

    void seeOutgoing(const Segment &segment);
    void seeIncoming(const Segment &segment);
    void seeOutgoingSyn(const Segment &segment);
    void seeIncomingSyn(const Segment &segment);
    void keepSent(const Segment &segment);
    void assignPing(const Segment &segment);
    void supposeStart(const Segment &segment);
    void acknowledgePings(const Segment &segment);
    void keepArrival(const Segment &segment);
    void spoilPings();
    Ping *find(ProbeId id);
    const Arrival *answerTo(const Ping &ping) const;

    TcpFacts m_facts;
    bool m_sentKnown = false;
    bool m_receivedKnown = false;
    std::optional<std::uint32_t> m_peerStart; // the sequence number of the tester's SYN
    std::optional<std::uint32_t> m_supposedStart; // where no SYN was seen
    std::optional<std::uint64_t> m_receivedBytes; // by the socket, when it last read an answer
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
    std::deque<Arrival> m_arrivals; // the newest
};

} // namespace parallax
