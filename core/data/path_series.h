// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_figures.h"
#include "core/data/path_history.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace parallax {

/// From one moment to before another.
struct TimeSpan {
    Timestamp from{};
    Timestamp to{};

    Duration length() const { return to - from; }
    bool operator==(const TimeSpan &) const = default;
};

/// What is drawn in one column of pixels: everything that was measured there, so that no peak is missed.
struct SeriesColumn {
    std::uint32_t least = 0; // microseconds; these three only where somebody answered
    std::uint32_t most = 0;
    std::uint32_t median = 0;
    std::uint32_t jitter = 0; // mean difference of each round trip and the one before it, in whichever column
    std::uint32_t answered = 0;
    std::uint32_t lost = 0;

    bool operator==(const SeriesColumn &) const = default;
};

/// All that was watched.
TimeSpan wholeSpan(const PathHistory &history);
RoundSpan roundsIn(const PathHistory &history, const TimeSpan &span);

/// A span of time cut into columns of equal width: the first round of each, and the one behind the last.
using SeriesGrid = std::vector<std::size_t>;
SeriesGrid gridOf(const PathHistory &history, const TimeSpan &span, int columns);

/// The round trips of one TTL, or end to end.
std::vector<SeriesColumn> seriesOf(const PathHistory &history, std::optional<int> ttl,
                                   const SeriesGrid &grid);
std::vector<SeriesColumn> seriesOf(const PathHistory &history, std::optional<int> ttl, const TimeSpan &span,
                                   int columns);

} // namespace parallax
