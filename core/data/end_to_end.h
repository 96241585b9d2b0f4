// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_history.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace parallax {

/// What became of each round end to end: the target's answer, or that of the furthest hop where the target
/// has never answered; lost where nobody ever has. Each flow has its own end. Asked for one round after
/// another, from the first one given.
class EndToEnd
{
public:
    explicit EndToEnd(const PathHistory &history, std::size_t firstRound = 0);

    /// The TTL that the path ended at in that round; nothing where the target did not answer. An answer from
    /// behind the usual end, whose own was lost, is no longer path but the target asked twice: that round
    /// counts as lost, unless the next one that reached it says the same.
    std::optional<int> endTtl(std::size_t round);
    HopSample at(std::size_t round);
    /// The TTL that the target was last seen at, or is next, on the longest of the flows.
    std::optional<int> furthestEnd() const;

private:
    HopSample sampleAt(int ttl, std::size_t round) const;
    bool isSecondTry(int end, std::size_t round) const;

    const PathHistory &m_history;
    std::vector<int> m_ends; // where the target was last seen, by flow; 0: never
    int m_furthest = 0;
};

} // namespace parallax
