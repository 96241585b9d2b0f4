// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstdint>
#include <unordered_map>

namespace parallax {

class PcapWire;

/// Finds the connection of a probe by the numbers that every router quotes (RFC 792 owes eight bytes behind
/// the IP header): the TCP sequence number and the IP identification.
class ProbeIndex
{
public:
    ProbeIndex() = default;
    ProbeIndex(const ProbeIndex &) = delete;
    ProbeIndex &operator=(const ProbeIndex &) = delete;
    ~ProbeIndex() { assert(m_wires.empty()); } // each wire takes its probes with it

    void add(std::uint32_t sequence, std::uint16_t ipId, PcapWire *wire)
    {
        m_wires[key(sequence, ipId)] = wire;
    }
    void remove(std::uint32_t sequence, std::uint16_t ipId, const PcapWire *wire)
    {
        const auto found = m_wires.find(key(sequence, ipId));
        if (found != m_wires.end() && found->second == wire)
            m_wires.erase(found);
    }
    PcapWire *find(std::uint32_t sequence, std::uint16_t ipId) const
    {
        const auto found = m_wires.find(key(sequence, ipId));
        return found == m_wires.end() ? nullptr : found->second;
    }

private:
    static std::uint64_t key(std::uint32_t sequence, std::uint16_t ipId)
    {
        return static_cast<std::uint64_t>(sequence) << 16 | ipId;
    }

    std::unordered_map<std::uint64_t, PcapWire *> m_wires;
};

} // namespace parallax
