// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_board.h"

#include <QString>

#include <optional>
#include <vector>

namespace parallax {

class Words;

/// What is drawn and counted of each answer.
enum class ClockQuantity : std::uint8_t { Correction, Offset, RoundTrip };

/// One clock client, or all of them together.
struct ClockRow {
    std::optional<ClockId> clock{}; // nothing: all together
    ClockScheme scheme{};
    QString name{};
    QString server{};
    bool shown = true;
    bool running = false;
    ClockClientCounts counts{};
    ClockStatistics figures{}; // of the quantity
    std::optional<Duration> last{};
    std::optional<OffsetBound> bound{};
    std::optional<double> driftPpm{};
    std::optional<Duration> rtt{}; // median
    std::optional<ClockQuality> quality{};
    QString trouble{}; // why nothing was measured

    bool operator==(const ClockRow &) const = default;
};

/// In time order. Clients that are told no correction (STAMP) have their offsets instead.
std::vector<ClockPoint> pointsOf(const ClockState &state, ClockQuantity quantity);

/// By the points that are to be counted. `name` and `shown` are left to the caller.
ClockRow clockRow(ClockId clock, const ClockState &state, const std::vector<ClockPoint> &points,
                  const Words &words);

} // namespace parallax
