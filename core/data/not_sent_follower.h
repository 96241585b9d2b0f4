// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_events.h"

#include <optional>
#include <vector>

namespace parallax {

/// Rounds of which nothing left, since this machine's network refused every probe: no loss of the path's, but
/// an outage of this machine's own. What was paused, slept through or rolled up is neither: nothing is known
/// of it.
class NotSentFollower
{
public:
    /// `history` is lent. `roundLength` is the usual one.
    NotSentFollower(const PathHistory &history, Duration roundLength);

    void round(std::size_t round);
    const std::vector<PathEvent> &events() const { return m_events; }

private:
    std::optional<bool> isSent(std::size_t round) const;
    void followGap(std::size_t round);
    void turn(Timestamp at);

    const PathHistory &m_history;
    Duration m_roundLength;
    std::vector<PathEvent> m_events;
    std::optional<Timestamp> m_began; // while it stands
    std::size_t m_against = 0; // rounds in a row that speak against what is the case
    Timestamp m_turned{}; // when the first of them began
    std::optional<std::size_t> m_last; // the last round of which anything is known
};

} // namespace parallax
