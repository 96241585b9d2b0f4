// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_wire.h"

#include <algorithm>
#include <iterator>

namespace parallax {

std::optional<Timestamp> ScenarioWire::nextArrival() const
{
    const auto first =
        std::min_element(m_onTheWay.begin(), m_onTheWay.end(),
                         [](const Reply &a, const Reply &b) { return a.received < b.received; });
    return first == m_onTheWay.end() ? std::nullopt : std::optional(first->received);
}

std::vector<Reply> ScenarioWire::take()
{
    const auto arrived = [this](const Reply &reply) { return reply.received <= m_now; };
    std::vector<Reply> replies;
    std::copy_if(m_onTheWay.begin(), m_onTheWay.end(), std::back_inserter(replies), arrived);
    std::erase_if(m_onTheWay, arrived);
    return replies;
}

Duration ScenarioChance::delay(const ScenarioDelay &delay)
{
    if (delay.jitterMean == Duration::zero())
        return delay.floor;
    std::exponential_distribution<double> extra(1.0 / static_cast<double>(delay.jitterMean.count()));
    return delay.floor + Duration(static_cast<Duration::rep>(extra(m_generator)));
}

bool ScenarioChance::happens(double probability)
{
    return std::bernoulli_distribution(probability)(m_generator);
}

Result<void> ScenarioPath::send(const Probe &probe)
{
    if (m_chance.happens(m_scenario.loss))
        return {};
    Reply reply{.id = probe.id, .from = m_scenario.peer.address, .probeSent = probe.sent};
    if (probe.method == Method::IcmpEcho || probe.ttl > m_scenario.hops.size()) {
        if (!m_scenario.endpointAnswers)
            return {};
        reply.kind = probe.method == Method::IcmpEcho ? ReplyKind::EchoReply : ReplyKind::DuplicateAck;
        reply.received = probe.sent + m_chance.delay(m_scenario.endpointRtt);
        arriveLater(reply);
        return {};
    }
    const ScenarioHop &hop = m_scenario.hops[probe.ttl - 1U];
    if (!hop.answers)
        return {};
    reply.kind = ReplyKind::TimeExceeded;
    reply.from = hop.address;
    reply.received = probe.sent + m_chance.delay(hop.rtt);
    reply.quote = Quote{.ttl = 1, .dscp = probe.dscp};
    arriveLater(reply);
    return {};
}

Result<void> ScenarioBrowser::send(const Probe &probe)
{
    if (probe.method == Method::WebSocketControl && !m_scenario.controlAnswered)
        return {};
    const Timestamp acknowledged = probe.sent + m_chance.delay(m_scenario.endpointRtt);
    const Timestamp answered = acknowledged + m_chance.delay(m_scenario.detour);
    m_timings[probe.id] = {probe.sent, acknowledged, answered};
    arriveLater(
        {.id = probe.id, .kind = ReplyKind::Pong, .from = m_scenario.peer.address, .received = answered});
    return {};
}

std::optional<PingTiming> ScenarioBrowser::takeTiming(ProbeId id)
{
    const auto node = m_timings.extract(id);
    return node ? std::optional(node.mapped()) : std::nullopt;
}

} // namespace parallax
