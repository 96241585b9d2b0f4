// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_record.h"

#include <optional>
#include <set>

namespace parallax {

/// What the answers to one flow say of where its path ends. A firewall may refuse some probes and let others
/// pass: a refusal ends nothing where a router answered at that TTL or beyond, or the target anywhere.
struct FlowEnd {
    int router = 0; // the furthest TTL that one answered at
    std::optional<int> reached{}; // the nearest that the target answered at
    std::set<int> refused{}; // TTLs

    void add(const Observation &observation, const IpAddress &target);
    /// The TTL of the refusal that ends it.
    std::optional<int> refusal() const;
    std::optional<int> end() const { return reached ? reached : refusal(); }
    /// Some probes were refused where others passed.
    bool isContradictory() const;
};

} // namespace parallax
