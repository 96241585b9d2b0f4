// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/loss_follower.h"

#include "core/data/round_gap.h"

#include <algorithm>
#include <utility>

namespace parallax {

LossFollower::LossFollower(const PathHistory &history, PathLimits limits, Duration roundLength)
    : m_history(history)
    , m_limits(limits)
    , m_roundLength(roundLength)
{
}

void LossFollower::round(std::size_t round, HopSample sample)
{
    followGap(round);
    if (!sample.asked())
        return;
    m_window.push_back({round, sample});
    if (m_limits.rtt && sample.answered())
        m_sorted.insert(std::upper_bound(m_sorted.begin(), m_sorted.end(), sample.rttMicroseconds),
                        sample.rttMicroseconds);
    if (m_window.size() > limitWindow) {
        const HopSample oldest = m_window.front().sample;
        if (m_limits.rtt && oldest.answered())
            m_sorted.erase(std::lower_bound(m_sorted.begin(), m_sorted.end(), oldest.rttMicroseconds));
        m_window.pop_front();
    }
    followLoss(round, !sample.answered());
    if (m_window.size() == limitWindow)
        followLimits(round);
}

/// Where the last question is too long ago, what comes next begins anew.
void LossFollower::followGap(std::size_t round)
{
    if (m_window.empty()
        || m_history.start(round) - m_history.start(m_window.back().round) <= gapAfter(m_roundLength))
        return;
    if (m_losing)
        endLoss(m_history.end(m_lastLost));
    const Timestamp last = m_history.end(m_window.back().round);
    loseSight(m_rttHigh, last, PathEvent::Kind::RttNormal);
    loseSight(m_lossHigh, last, PathEvent::Kind::LossNormal);
    m_window.clear();
    m_sorted.clear();
    m_quiet = 0;
}

void LossFollower::Losing::count(bool isLost)
{
    ++askedSince;
    if (!isLost)
        return;
    ++lost;
    asked += std::exchange(askedSince, 0);
}

void LossFollower::endLoss(Timestamp at)
{
    m_events.push_back({.kind = PathEvent::Kind::LossEnded,
                        .at = at,
                        .lasted = at - m_losing->began,
                        .share = static_cast<double>(m_losing->lost) / static_cast<double>(m_losing->asked)});
    m_losing.reset();
}

void LossFollower::followLoss(std::size_t round, bool lost)
{
    const auto recent = m_window.end() - static_cast<std::ptrdiff_t>(std::min(m_window.size(), lossWindow));
    const auto isLost = [](const Entry &entry) { return !entry.sample.answered(); };
    const auto count = static_cast<std::size_t>(std::count_if(recent, m_window.end(), isLost));
    m_quiet = lost ? 0 : m_quiet + 1;
    (lost ? m_lastLost : m_lastAnswered) = round;
    if (m_losing)
        m_losing->count(lost);
    if (!m_losing && count >= lossBegins) {
        const auto first = std::find_if(recent, m_window.end(), isLost);
        m_losing = Losing{.began = m_history.start(first->round)};
        for (auto entry = first; entry != m_window.end(); ++entry)
            m_losing->count(isLost(*entry));
        m_events.push_back({.kind = PathEvent::Kind::LossBegan, .at = m_losing->began, .share = share()});
    } else if (m_losing && m_quiet >= lossEnds) {
        endLoss(m_history.start(m_lastLost + 1));
    }
}

void LossFollower::followLimits(std::size_t round)
{
    const Timestamp now = m_history.start(round);
    if (m_limits.loss)
        follow(m_lossHigh, share() > *m_limits.loss,
               {.kind = PathEvent::Kind::LossHigh, .at = now, .share = share()}, PathEvent::Kind::LossNormal);
    const auto rtt = m_limits.rtt ? median() : std::nullopt;
    const bool answered = m_window.back().sample.answered(); // the median moves with every loss, too
    if (rtt && (answered || m_rttHigh.passed))
        follow(m_rttHigh, *rtt > *m_limits.rtt, {.kind = PathEvent::Kind::RttHigh, .at = now, .rtt = rtt},
               PathEvent::Kind::RttNormal);
    else if (!rtt && m_rttHigh.passed) // nobody has answered for a whole window
        loseSight(m_rttHigh, m_history.start(m_lastAnswered + 1), PathEvent::Kind::RttNormal);
}

void LossFollower::follow(Limit &limit, bool high, PathEvent event, PathEvent::Kind normal)
{
    limit.calm = high ? 0 : limit.calm + 1;
    if (high == limit.passed.has_value() || (!high && limit.calm < limitWindow))
        return;
    if (!high) {
        event.kind = normal;
        event.lasted = event.at - *limit.passed;
    }
    limit.passed = high ? std::optional(event.at) : std::nullopt;
    m_events.push_back(event);
}

/// Nobody knows whether a limit that was passed still is: no figure comes with its end.
void LossFollower::loseSight(Limit &limit, Timestamp at, PathEvent::Kind normal)
{
    if (limit.passed)
        m_events.push_back({.kind = normal, .at = at, .lasted = at - *limit.passed});
    limit = {};
}

double LossFollower::share() const
{
    const auto lost = std::count_if(m_window.begin(), m_window.end(),
                                    [](const Entry &entry) { return !entry.sample.answered(); });
    return static_cast<double>(lost) / static_cast<double>(m_window.size());
}

std::optional<Duration> LossFollower::median() const
{
    if (m_sorted.empty())
        return std::nullopt;
    return std::chrono::microseconds(m_sorted[m_sorted.size() / 2]);
}

} // namespace parallax
