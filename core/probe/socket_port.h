// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/segment.h"
#include "core/probe/message_batch.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include <poll.h>

namespace parallax {

class SocketWire;
struct Delivered;
struct TracePacket;

/// The privileged door for traces and pings: raw sockets with kernel stamps, shared by all of them. A pcap
/// handle would cost 10 ms to open and 30 ms to close. Open before rights are dropped; used by one thread.
class SocketPort
{
public:
    static Result<std::unique_ptr<SocketPort>> open();
    SocketPort(const SocketPort &) = delete;
    SocketPort &operator=(const SocketPort &) = delete;
    ~SocketPort();

    /// Flows of one target that can be told apart.
    static constexpr int mostFlows = 64;

    /// What to wait for: readable means that receive() has something to do.
    std::vector<int> descriptors() const;
    /// Hands every answer that waits at any of them to its wire. True when something arrived.
    bool receive();
    bool hasV6() const;

private:
    friend class SocketWire;
    struct Sockets;

    /// A probe under way, by its token's low 16 bits, which every answer carries.
    struct Sent {
        SocketWire *wire = nullptr;
        ProbeId id{};
        std::uint32_t token = 0;
        Method method{};
        std::uint16_t port = 0; // its source; of an echo request the identifier
        std::uint16_t checksum = 0;
        Timestamp asked{}; // before the packet was made
        Timestamp left{}; // the kernel's stamp, once it is here
    };

    explicit SocketPort(std::unique_ptr<Sockets> sockets);
    Result<void> admitIcmp(bool anything);

    void attach();
    void detach(const SocketWire *wire);
    Result<void> send(SocketWire &wire, ProbeId id, TracePacket packet);
    std::uint16_t sourcePort(Method method, std::uint8_t flow) const;
    void takeStamps();
    void hear(const Delivered &delivered, int family, std::uint8_t protocol);
    void hearUdp(const Delivered &delivered, int family);
    bool dispatch(const Sighting &sighting);
    bool dispatchError(const IcmpError &error);
    bool dispatchEcho(const EchoAnswer &echo);
    bool dispatchSegment(const Segment &segment);
    Sent *find(Method method, std::uint16_t port, std::uint16_t token);
    bool answer(Sent &sent, Reply reply);

    std::unique_ptr<Sockets> m_sockets;
    std::vector<pollfd> m_waiting; // one for each of descriptors()
    MessageBatch m_batch;
    std::uint16_t m_basePort; // TCP and UDP sources: this and the next 63
    std::uint16_t m_identifier; // ICMP: likewise
    std::uint32_t m_token;
    std::unordered_map<std::uint16_t, Sent> m_sent;
    std::array<std::map<std::uint32_t, std::uint16_t>, 2> m_unstamped; // by stamp number, v4 and v6
    int m_wires = 0;
    bool m_answered = false; // by what is read now
};

} // namespace parallax
