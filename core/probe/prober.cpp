// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/prober.h"

#include <algorithm>

namespace parallax {

Result<void> Prober::launch(Probe probe, Duration timeout, Timestamp now)
{
    probe.sent = now;
    if (auto sent = m_wire.send(probe); !sent)
        return sent;
    m_inFlight.insert_or_assign(probe.id, InFlight{probe, now + timeout});
    return {};
}

std::vector<Observation> Prober::collect(Timestamp now)
{
    std::vector<Observation> observations;
    for (Reply &reply : m_wire.take()) {
        auto node = m_inFlight.extract(reply.id);
        if (!node) {
            ++m_unmatched;
            continue;
        }
        Probe probe = node.mapped().probe;
        probe.sent = reply.probeSent.value_or(probe.sent);
        observations.push_back({probe, std::move(reply)});
    }
    std::erase_if(m_inFlight, [&](const auto &entry) {
        if (now < entry.second.expires)
            return false;
        observations.push_back({entry.second.probe, std::nullopt});
        return true;
    });
    return observations;
}

std::vector<Observation> Prober::abandon()
{
    std::vector<Observation> observations;
    for (const auto &[id, flying] : m_inFlight)
        observations.push_back({flying.probe, std::nullopt});
    m_inFlight.clear();
    return observations;
}

std::optional<Timestamp> Prober::nextDeadline() const
{
    const auto first =
        std::min_element(m_inFlight.begin(), m_inFlight.end(),
                         [](const auto &a, const auto &b) { return a.second.expires < b.second.expires; });
    return first == m_inFlight.end() ? std::nullopt : std::optional(first->second.expires);
}

} // namespace parallax
