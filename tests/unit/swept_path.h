// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_summary.h"
#include "core/strategy/ttl_sweep.h"
#include "tests/support/virtual_path.h"

#include <vector>

namespace parallax {

using namespace std::chrono_literals;

inline constexpr Timestamp start{24h};
using Hops = std::vector<VirtualPath::Hop>;

struct Swept {
    TraceRecord record;
    PathSummary summary;
    Duration took{};
    PathEnd end{};
};

inline Swept sweep(VirtualPath &path, TtlSweepConfig config)
{
    config.target = path.target();
    TtlSweep strategy(config);
    Swept swept;
    swept.record.address.address = path.target();
    swept.took = path.run(strategy, start, start + 1min, &swept.record) - start;
    swept.end = strategy.end();
    swept.summary = summarizePath(swept.record);
    return swept;
}

/// Twelve hops up to 42 ms, as the lab's.
inline Hops twelve()
{
    Hops hops;
    for (const int rtt : {1, 4, 4, 20, 20, 30, 30, 40, 40, 40, 42, 42})
        hops.push_back({.rtt = std::chrono::milliseconds(rtt)});
    return hops;
}

} // namespace parallax
