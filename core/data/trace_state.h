// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_history.h"
#include "core/data/trace_record.h"
#include "core/data/trace_request.h"

namespace parallax {

/// A trace as last reported. A watch has no list of observations but a history.
struct TraceState {
    TraceRequest request{};
    TraceRecord record{};
    PathHistory history{};
    /// From the store, and so old that of each minute only best, median, worst and loss are left: its rounds
    /// are made of these.
    bool byMinute = false;

    bool operator==(const TraceState &) const = default;
};

} // namespace parallax
