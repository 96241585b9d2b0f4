// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_history.h"
#include "core/data/trace_record.h"

#include <optional>

namespace parallax {

/// A path's target at a glance.
struct EndFigures {
    std::optional<Duration> last{}; // round trip of the newest answer
    std::optional<Duration> mean{};
    std::optional<double> loss{}; // 0 … 1; nothing where no probe could reach it
    std::optional<int> hops{}; // where it was last seen

    bool operator==(const EndFigures &) const = default;
};

/// Of all rounds of a watch, as its timeline counts them.
EndFigures endFigures(const PathHistory &history);
/// Of a trace.
EndFigures endFigures(const TraceRecord &record);

} // namespace parallax
