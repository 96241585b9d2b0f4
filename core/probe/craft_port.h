// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/packet/answers.h"
#include "core/probe/message_batch.h"
#include "core/probe/trace_sockets.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace parallax {

/// The packet workbench's privileged door: raw sockets like those of traces, but its own, since it lets in
/// the answers to any port. Open before rights are dropped; used by one thread. It sends what it is given:
/// whoever holds it asks judgePacket() first.
class CraftPort
{
public:
    /// NotPermitted without CAP_NET_RAW.
    static Result<std::unique_ptr<CraftPort>> open();

    /// What to wait for: readable means that receive() has something to do.
    std::vector<int> descriptors() const;

    /// Looks for answers to such packets from now on.
    Result<void> watch(const AwaitedPacket &awaited);
    /// Other people's packets wake nobody any more.
    void rest();

    /// Sends a copy of the watched packet: whole, from the IP header on.
    Result<SentPacket> send(const PacketBytes &packet);
    /// What came back since. Each copy is answered by the first that nothing else has answered.
    std::vector<PacketAnswer> receive();
    bool allAnswered() const;

private:
    struct Copy {
        Timestamp left{};
        bool stamped = false;
        bool answered = false;
    };

    explicit CraftPort(std::vector<TraceSockets> families)
        : m_families(std::move(families))
    {
    }
    TraceSockets *familyOf(const IpAddress &address);
    void takeStamps();
    void listen(StampedSocket &socket, bool isV4, std::uint8_t protocol);
    void hear(const Delivered &delivered, bool isV4, std::uint8_t protocol);
    void pair(PacketAnswer &answer);

    MessageBatch m_batch;
    std::vector<TraceSockets> m_families; // IPv4, and IPv6 where this machine has it
    std::optional<AwaitedPacket> m_awaited;
    std::vector<Copy> m_copies;
    std::map<std::uint32_t, std::size_t> m_unstamped; // copies by the number of their stamp
    std::vector<PacketAnswer> m_answers;
};

} // namespace parallax
