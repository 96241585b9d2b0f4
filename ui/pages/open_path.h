// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_record.h"
#include "core/data/trace_request.h"

#include <array>

namespace parallax {

/// What stands on a path and is worth an alert.
struct PathAlerts {
    static constexpr std::size_t kinds = 3; // round trips or loss beyond their limit, nothing sent

    std::array<bool, kinds> stand{};

    bool isBeyondLimit() const { return stand[0] || stand[1]; }
    bool isUnableToSend() const { return stand[2]; }
};

/// What is known of a path that has a tab.
struct OpenPath {
    TraceRequest request{}; // as it was asked for
    PathEnd end = PathEnd::Running;
    bool stored = false; // not measured here
    bool begun = false; // its target's address is known
    bool paused = false;
    bool own = false; // the target's address, as far as it is known
    PathAlerts alerts{};

    bool runs() const { return end == PathEnd::Running && !stored; }
    bool isWatched() const { return runs() && begun && request.kind == TraceRequest::Kind::Watch; }
};

} // namespace parallax
