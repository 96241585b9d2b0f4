// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/pcap_wire.h"

#include <deque>
#include <memory>
#include <unordered_map>

namespace parallax {

/// Hands every sighting to the connection it concerns, by look-ups only. Connections are followed from their
/// SYN on, before anybody knows whether a tester comes of them; those that never do are forgotten, oldest
/// first.
class FlowTable
{
public:
    explicit FlowTable(PacketSender sender)
        : m_sender(std::move(sender))
    {
    }

    /// The connection that it concerned and that is adopted; null for everybody else's.
    PcapWire *dispatch(const Sighting &sighting);

    /// A tester's connection: its wire lives until it is released.
    PcapWire &adopt(const Flow &flow);
    void release(const Flow &flow);

    /// ICMP that quotes or answers none of our probes: somebody else's or forged.
    std::uint64_t foreign() const { return m_foreign; }

private:
    struct Entry {
        std::unique_ptr<PcapWire> wire;
        std::unique_ptr<Segment>
            syn; // of another connection by the same ports: forged, unless it is answered
        bool adopted = false;
    };

    PcapWire *dispatchSegment(const Segment &segment);
    PcapWire *dispatchError(const IcmpError &error);
    PcapWire *dispatchEcho(const EchoAnswer &answer);
    Entry *follow(const Flow &flow);
    void followReuse(Entry &entry, const Segment &segment);

    PacketSender m_sender;
    ProbeIndex m_probes; // outlives the wires below, which leave it
    std::unordered_map<Flow, Entry> m_flows;
    std::deque<Flow> m_newcomers; // followed, not adopted when they were added
    std::unordered_map<std::uint16_t, PcapWire *> m_echoes; // adopted, by ICMP identifier
    std::uint64_t m_foreign = 0;
};

} // namespace parallax
