// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/probe_index.h"
#include "core/probe/wire.h"
#include "core/tcp/tcp_watch.h"

#include <functional>
#include <optional>
#include <span>
#include <unordered_map>

namespace parallax {

/// Sends a whole IP packet, as PacketPort does.
using PacketSender = std::function<Result<void>(std::span<const std::uint8_t> packet, const IpAddress &to)>;

/// 0trace and ICMP echo inside and beside one live connection. Each probe repeats another acknowledged byte,
/// so its sequence number names it in a router's quote and in the endpoint's D-SACK block (RFC 2883) alike.
class PcapWire : public Wire
{
public:
    PcapWire(PacketSender sender, Flow flow, ProbeIndex &index);
    ~PcapWire() override;

    /// Unavailable while data is unacknowledged or no fresh byte is known: try again after the next ping.
    Result<void> send(const Probe &probe) override;
    std::vector<Reply> take() override;

    // The demultiplexer hands in what concerns this connection.
    void see(const Segment &segment);
    /// False when the quote names no probe of this connection: somebody else's, or forged.
    bool see(const IcmpError &error);
    bool see(const EchoAnswer &answer);

    TcpWatch &watch() { return m_watch; }
    const TcpWatch &watch() const { return m_watch; }
    const Flow &flow() const { return m_flow; }
    std::uint16_t echoIdentifier() const { return m_echoIdentifier; }
    /// Another one, by chance: the first is somebody else's already. Before the first echo is sent.
    void chooseEchoIdentifier();
    /// Bytes left that a probe may repeat are enough for `probes` more.
    bool canSend(std::size_t probes) const;

private:
    struct Sent {
        ProbeId id{};
        std::uint16_t ipId = 0;
        std::uint8_t ttl = 0;
        std::optional<Timestamp> stamped{};
        bool answered = false;
    };

    Result<void> sendTrace(const Probe &probe);
    Result<void> sendEcho(const Probe &probe);
    void seeEndpoint(const Segment &segment);
    void answer(Sent &sent, ReplyKind kind, const IpAddress &from, Timestamp received);
    Sent *oldestBeyondHops(Timestamp now);

    PacketSender m_sender;
    Flow m_flow;
    ProbeIndex &m_index;
    TcpWatch m_watch;
    std::unordered_map<std::uint32_t, Sent> m_bySequence;
    std::vector<std::uint32_t> m_order; // sequence numbers as sent
    std::optional<std::uint32_t> m_nextByte; // no byte is repeated twice: a late answer must not match
    std::uint16_t m_nextIpId;
    std::uint16_t m_echoIdentifier = 0;
    std::unordered_map<std::uint16_t, Sent> m_echoes; // by ICMP sequence number
    std::uint16_t m_nextEcho = 1;
    std::uint8_t m_furthestHop = 0;
    std::optional<Duration> m_endpointRtt; // the shortest, where answers are matched by order
    bool m_named = false; // the tester's end names the probes that it answers
    std::optional<std::uint32_t> m_lastAcknowledged; // by the tester, to tell duplicates
    std::vector<Reply> m_replies;
};

} // namespace parallax
