// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_events.h"

#include <deque>
#include <optional>
#include <vector>

namespace parallax {

/// Rounds that are lost or answered end to end, and what follows from the last few.
class LossFollower
{
public:
    /// `history` is lent. `roundLength` is the usual one.
    LossFollower(const PathHistory &history, PathLimits limits, Duration roundLength);

    void round(std::size_t round, HopSample sample);
    const std::vector<PathEvent> &events() const { return m_events; }

private:
    struct Entry {
        std::size_t round = 0;
        HopSample sample{};
    };

    /// Loss under way.
    struct Losing {
        Timestamp began{};
        std::size_t lost = 0;
        std::size_t asked = 0; // up to the last one that was lost
        std::size_t askedSince = 0;

        void count(bool isLost);
    };

    struct Limit {
        std::optional<Timestamp> passed{};
        std::size_t calm = 0; // rounds within it, in a row
    };

    void followGap(std::size_t round);
    void endLoss(Timestamp at);
    void followLoss(std::size_t round, bool lost);
    void followLimits(std::size_t round);
    void follow(Limit &limit, bool high, PathEvent event, PathEvent::Kind normal);
    void loseSight(Limit &limit, Timestamp at, PathEvent::Kind normal);
    double share() const;
    std::optional<Duration> median() const;

    const PathHistory &m_history;
    PathLimits m_limits;
    Duration m_roundLength;
    std::vector<PathEvent> m_events;
    std::deque<Entry> m_window;
    std::vector<std::uint32_t> m_sorted; // the round trips in it, in µs, where they have a limit
    std::optional<Losing> m_losing;
    std::size_t m_lastLost = 0;
    std::size_t m_lastAnswered = 0;
    std::size_t m_quiet = 0; // answered rounds in a row
    Limit m_lossHigh;
    Limit m_rttHigh;
};

} // namespace parallax
