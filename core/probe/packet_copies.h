// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/octets.h"
#include "core/base/time.h"

#include <array>
#include <cstdint>

namespace parallax {

/// Tells the copies among captured packets: a capture of every interface brings a packet once for each that
/// it passes on this machine, as for a bridge and its port, a bond and its link, a VLAN and its carrier.
class PacketCopies
{
public:
    /// True when another interface (by index) brought the same packet within the last milliseconds, whatever
    /// its TCP checksum. The same interface again is a repetition on the wire and counts.
    bool isCopy(Octets packet, std::uint32_t interface, Timestamp captured);

private:
    struct Seen {
        std::size_t digest = 0;
        std::uint32_t interface = 0; // 0: nothing yet, as no interface has this index
        Timestamp captured{};
    };

    std::array<Seen, 512> m_seen{}; // by digest: far more than come in before a copy does
};

} // namespace parallax
