// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_history.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr std::size_t mostResponders = 256; // at one TTL; whoever comes later shares the last place

std::uint16_t responderIn(HopHistory &hop, const Reply &reply)
{
    const auto known = std::find(hop.responders.begin(), hop.responders.end(), reply.from);
    const auto at = static_cast<std::size_t>(known - hop.responders.begin());
    if (known == hop.responders.end() && hop.responders.size() < mostResponders) {
        hop.responders.push_back(reply.from);
        hop.firstReplies.push_back(reply);
    }
    return static_cast<std::uint16_t>(std::min(at, mostResponders - 1));
}

std::uint32_t microseconds(Duration rtt)
{
    const auto count = std::chrono::round<std::chrono::microseconds>(rtt).count();
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(count, 0, HopSample::refused - 1));
}

} // namespace

std::optional<Duration> HopSample::rtt() const
{
    return answered() ? std::optional<Duration>(std::chrono::microseconds(rttMicroseconds)) : std::nullopt;
}

HopSample &PathHistory::sampleAt(int ttl, std::size_t round)
{
    auto &samples = m_hops[ttl].samples;
    if (samples.size() <= round)
        samples.resize(round + 1);
    return samples[round];
}

/// Its round's index, which there is from then on.
std::optional<std::size_t> PathHistory::roundOf(const Probe &probe)
{
    const std::uint64_t number = static_cast<std::uint64_t>(probe.id) / idsPerRound;
    if (number <= m_dropped)
        return std::nullopt; // its round is gone
    const std::size_t round = number - 1 - m_dropped;
    if (round >= m_most + m_atOnce)
        return std::nullopt; // no strategy of ours gets that far ahead
    while (m_starts.size() <= round) {
        m_starts.push_back(m_starts.empty() ? probe.sent : std::max(probe.sent, m_starts.back()));
        m_ends.push_back(0);
    }
    m_starts[round] = std::min(m_starts[round], probe.sent);
    if (round > 0)
        m_starts[round] = std::max(m_starts[round], m_starts[round - 1]);
    return round;
}

void PathHistory::add(const Observation &observation, const IpAddress &target)
{
    const Probe &probe = observation.probe;
    const auto known = roundOf(probe);
    if (!known)
        return;
    const std::size_t round = *known;
    m_flows = std::max<std::size_t>(m_flows, probe.flow + 1U);
    HopSample &sample = sampleAt(probe.ttl, round);
    const bool reached = reachedTarget(observation, target);
    const bool refused = wasRefused(observation, target);
    sample.rttMicroseconds = refused ? HopSample::refused : HopSample::lost;
    if (const auto rtt = observation.rtt(); rtt && !refused) {
        sample.rttMicroseconds = microseconds(*rtt);
        sample.responder = responderIn(m_hops[probe.ttl], *observation.reply);
    }
    std::uint8_t &end = m_ends[round];
    if (reached && (end == 0 || probe.ttl < end))
        end = probe.ttl;
    if (m_starts.size() > m_most)
        dropOldest();
}

void PathHistory::addNotSent(const Probe &probe)
{
    if (const auto round = roundOf(probe))
        sampleAt(probe.ttl, *round).rttMicroseconds = HopSample::notSent;
    if (m_starts.size() > m_most)
        dropOldest();
}

void PathHistory::dropOldest()
{
    const auto cut = [this](auto &values) {
        values.erase(values.begin(),
                     values.begin() + static_cast<std::ptrdiff_t>(std::min(values.size(), m_atOnce)));
    };
    cut(m_starts);
    cut(m_ends);
    for (auto &[ttl, hop] : m_hops)
        cut(hop.samples);
    m_dropped += m_atOnce;
}

Timestamp PathHistory::end(std::size_t round) const
{
    const Timestamp usual =
        m_starts[round] + (round > 0 ? m_starts[round] - m_starts[round - 1] : Duration{});
    return round + 1 < m_starts.size() ? std::min(usual, m_starts[round + 1]) : usual;
}

std::size_t PathHistory::roundAt(Timestamp moment) const
{
    return static_cast<std::size_t>(std::lower_bound(m_starts.begin(), m_starts.end(), moment)
                                    - m_starts.begin());
}

RoundBlock PathHistory::block(std::uint64_t first, std::size_t count) const
{
    const std::size_t from = std::clamp<std::uint64_t>(first, m_dropped, m_dropped + rounds()) - m_dropped;
    const std::size_t to =
        std::clamp<std::uint64_t>(first + count, m_dropped + from, m_dropped + rounds()) - m_dropped;
    const auto part = [from, to](const auto &values) {
        const auto at = [&](std::size_t index) {
            return values.begin() + static_cast<std::ptrdiff_t>(std::min(index, values.size()));
        };
        return std::decay_t<decltype(values)>(at(from), at(to));
    };
    RoundBlock block{.first = m_dropped + from, .starts = part(m_starts), .ends = part(m_ends)};
    for (const auto &[ttl, hop] : m_hops) {
        if (auto samples = part(hop.samples); !samples.empty())
            block.samples[ttl] = std::move(samples);
    }
    return block;
}

void PathHistory::append(const RoundBlock &block)
{
    if (m_starts.empty())
        m_dropped = block.first;
    if (block.starts.empty() || block.first < m_dropped + rounds())
        return;
    const std::size_t at = block.first - m_dropped;
    m_starts.resize(at, block.starts.front());
    m_ends.resize(at);
    m_starts.insert(m_starts.end(), block.starts.begin(), block.starts.end());
    m_ends.insert(m_ends.end(), block.ends.begin(), block.ends.end());
    for (const auto &[ttl, added] : block.samples) {
        auto &samples = m_hops[ttl].samples;
        samples.resize(at);
        samples.insert(samples.end(), added.begin(), added.end());
        while (!samples.empty() && samples.back().rttMicroseconds == HopSample::notAsked)
            samples.pop_back();
    }
    while (m_starts.size() > m_most)
        dropOldest();
}

void PathHistory::appendResponder(int ttl, const Reply &first)
{
    HopHistory &hop = m_hops[ttl];
    hop.responders.push_back(first.from);
    hop.firstReplies.push_back(first);
}

void PathHistory::readdress(const std::function<IpAddress(const IpAddress &)> &to)
{
    for (auto &[ttl, hop] : m_hops) {
        for (IpAddress &responder : hop.responders)
            responder = to(responder);
        for (Reply &first : hop.firstReplies)
            first.from = to(first.from);
    }
}

} // namespace parallax
