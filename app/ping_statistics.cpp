// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ping_statistics.h"

#include "core/base/statistics.h"
#include "core/data/trace_record.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parallax {

namespace {

int counted(std::uint64_t many)
{
    return static_cast<int>(std::min<std::uint64_t>(many, std::numeric_limits<int>::max()));
}

} // namespace

void PingStatistics::add(const Observation &ping, const IpAddress &target)
{
    ++m_sent;
    m_ttl = ping.probe.ttl;
    m_refused += wasRefused(ping, target) ? 1 : 0;
    if (!reachedTarget(ping, target))
        return;
    ++m_received;
    const Duration rtt = *ping.rtt();
    m_least = std::min(rtt, m_least.value_or(rtt));
    m_most = std::max(rtt, m_most.value_or(rtt));
    const double difference = toMilliseconds(rtt) - m_meanMs;
    m_meanMs += difference / static_cast<double>(m_received);
    m_squares += difference * (toMilliseconds(rtt) - m_meanMs);
    if (!ping.reply->hostDelay)
        return;
    if (m_delays.size() < keptDelays)
        m_delays.push_back(*ping.reply->hostDelay);
    else
        m_delays[m_nextDelay++ % keptDelays] = *ping.reply->hostDelay;
}

double PingStatistics::deviationMs() const
{
    return m_received == 0 ? 0.0 : std::sqrt(m_squares / static_cast<double>(m_received));
}

std::optional<Duration> PingStatistics::hostDelay() const
{
    return median(m_delays);
}

PathRow PingStatistics::row() const
{
    return {.ttl = m_ttl,
            .sent = counted(m_sent),
            .unanswered = counted(m_sent - m_received),
            .refused = counted(m_refused),
            .notSent = counted(m_notSent)};
}

} // namespace parallax
