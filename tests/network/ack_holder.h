// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/network/packet_view.h"

#include <algorithm>
#include <set>

namespace parallax::lab {

/// Delays acknowledgements as a host may (RFC 1122, 4.2.3.2: up to half a second): one that travels alone is
/// held, and dropped when data of its connection carries it sooner. A handshake's last packet and duplicate
/// acknowledgements with SACK leave at once, as with real hosts. Reads no clock.
class AckHolder
{
public:
    explicit AckHolder(std::chrono::microseconds patience)
        : m_patience(patience)
    {
    }

    /// What leaves now; nothing while it is held.
    std::optional<Packet> pass(Clock::time_point now, Packet packet)
    {
        const auto tcp = m_patience.count() == 0 ? std::nullopt : tcpIn(packet);
        if (!tcp)
            return packet;
        if (tcp->isBareAck() && m_talking.contains(tcp->flow)) {
            m_held.push_back({now + m_patience, tcp->flow, std::move(packet)});
            return std::nullopt;
        }
        std::erase_if(m_held, [&](const Held &held) { return held.flow == tcp->flow; });
        if (tcp->payload > 0)
            m_talking.insert(tcp->flow);
        return packet;
    }

    std::optional<Clock::time_point> nextDue() const
    {
        return m_held.empty() ? std::nullopt : std::optional(m_held.front().due);
    }

    std::optional<Packet> takeDue(Clock::time_point now)
    {
        if (m_held.empty() || m_held.front().due > now)
            return std::nullopt;
        Packet packet = std::move(m_held.front().packet);
        m_held.pop_front();
        return packet;
    }

private:
    struct Held {
        Clock::time_point due;
        std::array<std::uint8_t, 12> flow;
        Packet packet;
    };

    std::chrono::microseconds m_patience;
    std::deque<Held> m_held;
    std::set<std::array<std::uint8_t, 12>> m_talking;
};

} // namespace parallax::lab
