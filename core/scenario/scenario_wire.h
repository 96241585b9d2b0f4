// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/wire.h"
#include "core/scenario/scenario.h"
#include "core/tcp/tcp_watch.h"

#include <map>
#include <optional>
#include <random>
#include <unordered_map>
#include <vector>

namespace parallax {

/// Replies on their way. Time is whatever the caller says it is.
class ScenarioWire : public Wire
{
public:
    void setNow(Timestamp now) { m_now = now; }
    std::optional<Timestamp> nextArrival() const;
    std::vector<Reply> take() override;

protected:
    void arriveLater(Reply reply) { m_onTheWay.push_back(std::move(reply)); }

private:
    std::vector<Reply> m_onTheWay;
    Timestamp m_now{};
};

/// The chance in a scenario; the same seed gives the same run.
class ScenarioChance
{
public:
    explicit ScenarioChance(std::uint32_t seed)
        : m_generator(seed)
    {
    }
    Duration delay(const ScenarioDelay &delay);
    bool happens(double probability);

private:
    std::mt19937 m_generator;
};

/// The routers on the way and the endpoint's TCP, as 0trace and ICMP echo meet them.
class ScenarioPath : public ScenarioWire
{
public:
    ScenarioPath(const Scenario &scenario, ScenarioChance &chance)
        : m_scenario(scenario)
        , m_chance(chance)
    {
    }
    Result<void> send(const Probe &probe) override;

private:
    const Scenario &m_scenario;
    ScenarioChance &m_chance;
};

/// The tester's browser behind its TCP endpoint.
class ScenarioBrowser : public ScenarioWire
{
public:
    ScenarioBrowser(const Scenario &scenario, ScenarioChance &chance)
        : m_scenario(scenario)
        , m_chance(chance)
    {
    }
    Result<void> send(const Probe &probe) override;
    /// What a capture would have stamped.
    std::optional<PingTiming> takeTiming(ProbeId id);

private:
    const Scenario &m_scenario;
    ScenarioChance &m_chance;
    std::unordered_map<ProbeId, PingTiming> m_timings;
};

} // namespace parallax
