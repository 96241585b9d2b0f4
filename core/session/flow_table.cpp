// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/flow_table.h"

#include "core/base/overloaded.h"

#include <utility>

namespace parallax {

namespace {

constexpr std::size_t mostNewcomers = 4096; // a flood of SYNs costs no more memory than this

}

PcapWire *FlowTable::dispatch(const Sighting &sighting)
{
    return std::visit(Overloaded{
                          [this](const Segment &segment) { return dispatchSegment(segment); },
                          [this](const IcmpError &error) { return dispatchError(error); },
                          [this](const EchoAnswer &answer) { return dispatchEcho(answer); },
                      },
                      sighting);
}

PcapWire *FlowTable::dispatchSegment(const Segment &segment)
{
    const auto known = m_flows.find(segment.flow);
    const bool opens = segment.direction == Direction::Incoming && segment.has(tcp_flag::syn);
    Entry *entry = known != m_flows.end() ? &known->second : (opens ? follow(segment.flow) : nullptr);
    if (!entry)
        return nullptr;
    if (!entry->adopted)
        followReuse(*entry, segment);
    entry->wire->see(segment);
    return entry->adopted ? entry->wire.get() : nullptr;
}

/// A port that is used again, of whom nobody has made a tester: once our kernel has answered its new SYN.
void FlowTable::followReuse(Entry &entry, const Segment &segment)
{
    if (!segment.has(tcp_flag::syn))
        return;
    if (segment.direction == Direction::Incoming) {
        const auto start = entry.wire->watch().peerStart();
        if (start && *start != segment.sequence)
            entry.syn = std::make_unique<Segment>(segment);
    } else if (entry.syn && segment.acknowledged == entry.syn->sequence + 1) {
        entry.wire = std::make_unique<PcapWire>(m_sender, segment.flow, m_probes);
        entry.wire->see(*std::exchange(entry.syn, nullptr));
    }
}

PcapWire *FlowTable::dispatchError(const IcmpError &error)
{
    if (error.quotedProtocol != ip_protocol::tcp) {
        ++m_foreign;
        return nullptr;
    }
    // A NAT that leaves the quote alone shows its inner address and port; the probe's own numbers remain.
    const auto known = m_flows.find(error.quotedFlow);
    PcapWire *wire = known != m_flows.end() ? known->second.wire.get()
                                            : m_probes.find(error.quotedSequence, error.quotedIpId);
    if (wire && wire->flow().local == error.quotedFlow.local && wire->see(error))
        return wire;
    ++m_foreign;
    return nullptr;
}

PcapWire *FlowTable::dispatchEcho(const EchoAnswer &answer)
{
    const auto known = m_echoes.find(answer.identifier);
    if (known != m_echoes.end() && known->second->see(answer))
        return known->second;
    ++m_foreign;
    return nullptr;
}

FlowTable::Entry *FlowTable::follow(const Flow &flow)
{
    while (m_newcomers.size() >= mostNewcomers) {
        const auto oldest = m_flows.find(m_newcomers.front());
        if (oldest != m_flows.end() && !oldest->second.adopted)
            m_flows.erase(oldest);
        m_newcomers.pop_front();
    }
    m_newcomers.push_back(flow);
    Entry &entry = m_flows[flow];
    entry.wire = std::make_unique<PcapWire>(m_sender, flow, m_probes);
    return &entry;
}

PcapWire &FlowTable::adopt(const Flow &flow)
{
    const auto known = m_flows.find(flow);
    Entry *entry = known != m_flows.end() ? &known->second : follow(flow);
    entry->adopted = true;
    constexpr std::size_t identifiers = 0x10000; // beyond so many, testers share some
    while (m_echoes.size() < identifiers && m_echoes.contains(entry->wire->echoIdentifier()))
        entry->wire->chooseEchoIdentifier();
    m_echoes[entry->wire->echoIdentifier()] = entry->wire.get();
    return *entry->wire;
}

void FlowTable::release(const Flow &flow)
{
    const auto known = m_flows.find(flow);
    if (known == m_flows.end())
        return;
    m_echoes.erase(known->second.wire->echoIdentifier());
    m_flows.erase(known);
}

} // namespace parallax
