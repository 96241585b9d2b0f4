// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace parallax {

/// Says when so many packets come that to be woken for each costs more than to look once a millisecond. The
/// kernel has stamped them, so nothing is measured worse for it.
class Crowding
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds window{10};
    static constexpr int crowd = 200; // packets in a window

    /// So many more were seen by `now`.
    bool after(int packets, Clock::time_point now)
    {
        m_packets += packets;
        const auto age = now - m_began;
        if (age >= window) {
            m_crowded = m_packets >= crowd && age < 2 * window;
            m_packets = 0;
            m_began = now;
        }
        return m_crowded;
    }

private:
    Clock::time_point m_began{};
    int m_packets = 0;
    bool m_crowded = false;
};

} // namespace parallax
