// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/flow_end.h"

#include <algorithm>

namespace parallax {

void FlowEnd::add(const Observation &observation, const IpAddress &target)
{
    const int ttl = observation.probe.ttl;
    if (!observation.reply)
        return;
    if (reachedTarget(observation, target))
        reached = std::min(reached.value_or(ttl), ttl);
    else if (wasRefused(observation, target))
        refused.insert(ttl);
    else
        router = std::max(router, ttl);
}

std::optional<int> FlowEnd::refusal() const
{
    const auto nearest = refused.upper_bound(router);
    return reached || nearest == refused.end() ? std::nullopt : std::optional(*nearest);
}

bool FlowEnd::isContradictory() const
{
    return !refused.empty() && (reached || *refused.begin() <= router);
}

} // namespace parallax
