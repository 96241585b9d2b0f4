// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/application_rule.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace parallax {

using namespace std::chrono_literals;

namespace {

// All of them the original's.
constexpr int fastCount = 5;
constexpr int mediumCount = 10;
constexpr double fastShare = 0.5;
constexpr double mediumShare = 0.3;
constexpr double slowShare = 0.1;
constexpr int settledCount = 15;
constexpr Duration startOverAbove = 500ms;
constexpr Duration largestApplied = std::chrono::hours(24 * 366 * 60); // a server may claim anything
constexpr Duration hurryAbove = 100ms;
constexpr Duration walkAbove = 10ms;

double share(int count)
{
    return count < fastCount ? fastShare : count < mediumCount ? mediumShare : slowShare;
}

} // namespace

ApplicationRule::Applied ApplicationRule::add(Duration correction, Duration rtt)
{
    const Duration error = correction + rtt / 2;
    const bool startsOver = m_count >= settledCount && std::chrono::abs(error) > startOverAbove;
    if (startsOver)
        m_count = 0;
    m_applied += Duration(std::llround(share(m_count) * static_cast<double>(error.count())));
    m_applied = std::clamp<Duration>(m_applied, -largestApplied, largestApplied);
    ++m_count;
    m_errors.push(std::chrono::abs(error));
    return {m_applied, startsOver};
}

Duration ApplicationRule::interval() const
{
    if (m_errors.isEmpty())
        return 1s;
    Duration mean{};
    for (std::size_t i = 0; i < m_errors.size(); ++i)
        mean += m_errors[i] / static_cast<Duration::rep>(m_errors.size());
    return mean > hurryAbove ? Duration(1s) : mean > walkAbove ? Duration(2s) : Duration(5s);
}

} // namespace parallax
