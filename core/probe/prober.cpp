// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/prober.h"

#include <cassert>

namespace parallax {

namespace {

constexpr Duration leastStep = std::chrono::microseconds(500); // of a clock; two are not read at once

} // namespace

void Prober::followClock(Timestamp now)
{
    if (now < m_now) {
        m_expiries.clear();
        for (auto &[id, flying] : m_inFlight) {
            flying.expires -= m_now - now;
            m_expiries.emplace(flying.expires, id);
        }
    }
    m_now = now;
}

Result<void> Prober::launch(Probe probe, Duration timeout, Timestamp now)
{
    followClock(now);
    probe.sent = now;
    if (auto sent = m_wire.send(probe); !sent)
        return sent;
    [[maybe_unused]] const bool fresh =
        m_inFlight.emplace(probe.id, InFlight{probe, now + timeout, m_clockLead}).second;
    assert(fresh); // ids are given out once
    m_expiries.emplace(now + timeout, probe.id);
    return {};
}

std::vector<Observation> Prober::collect(Timestamp now)
{
    followClock(now);
    std::vector<Observation> observations;
    for (Reply &reply : m_wire.take()) {
        auto node = m_inFlight.extract(reply.id);
        if (!node) {
            ++m_unmatched;
            continue;
        }
        m_expiries.erase({node.mapped().expires, reply.id});
        Probe probe = node.mapped().probe;
        // The program's own moments say when it had time, not whether the answer came in time.
        const bool possible = std::chrono::abs(m_clockLead - node.mapped().clockLead) < leastStep
            && reply.received >= reply.probeSent.value_or(probe.sent)
            && (!reply.probeSent || reply.received <= node.mapped().expires);
        if (possible)
            probe.sent = reply.probeSent.value_or(probe.sent);
        observations.push_back({probe, possible ? std::optional(std::move(reply)) : std::nullopt});
    }
    while (!m_expiries.empty() && m_expiries.begin()->first <= now) {
        const auto lost = m_inFlight.extract(m_expiries.begin()->second);
        m_expiries.erase(m_expiries.begin());
        observations.push_back({lost.mapped().probe, std::nullopt});
    }
    return observations;
}

std::vector<Observation> Prober::abandon()
{
    std::vector<Observation> observations;
    for (const auto &[id, flying] : m_inFlight)
        observations.push_back({flying.probe, std::nullopt});
    m_inFlight.clear();
    m_expiries.clear();
    return observations;
}

std::optional<Timestamp> Prober::nextDeadline() const
{
    return m_expiries.empty() ? std::nullopt : std::optional(m_expiries.begin()->first);
}

} // namespace parallax
