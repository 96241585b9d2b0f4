// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_events.h"

#include "core/data/end_to_end.h"

#include <algorithm>
#include <deque>

namespace parallax {

namespace {

constexpr std::size_t memory = 20; // answers in which a balanced hop shows itself
constexpr int balancedSwitches = 4; // changes of the responder in them
constexpr std::size_t mostEvents = 1000; // the newest
constexpr std::int64_t gapRounds = 10; // so long without a question is a gap: nothing goes on through it
constexpr Duration leastGap = std::chrono::seconds(5); // a target is asked by UDP once a second at most

/// Follows who answers at one TTL.
class RouteFollower
{
public:
    struct Change {
        std::size_t round = 0;
        std::uint16_t before = 0;
        std::uint16_t after = 0;
    };

    /// The change that `responder`'s answer completes.
    std::optional<Change> answer(std::size_t round, std::uint16_t responder)
    {
        if (m_recent.empty() || responder != m_recent.back()) {
            m_runBegan = round;
            m_run = 0;
            m_switches.push_back(!m_recent.empty());
        } else {
            m_switches.push_back(false);
        }
        ++m_run;
        m_recent.push_back(responder);
        if (m_recent.size() > memory) {
            m_recent.pop_front();
            m_switches.pop_front();
        }
        if (m_run < settledRounds)
            return std::nullopt;
        const auto before = m_settled;
        const bool balanced = std::count(m_switches.begin(), m_switches.end(), true) >= balancedSwitches;
        if (before == responder || (before && balanced))
            return std::nullopt;
        m_settled = responder;
        if (!before)
            return std::nullopt;
        return Change{m_runBegan, *before, responder};
    }

private:
    std::deque<std::uint16_t> m_recent;
    std::deque<bool> m_switches; // as long as m_recent
    std::optional<std::uint16_t> m_settled;
    std::size_t m_runBegan = 0;
    std::size_t m_run = 0;
};

/// Rounds that are lost or answered end to end, and what follows from the last few.
class LossFollower
{
public:
    LossFollower(const PathHistory &history, PathLimits limits, Duration roundLength)
        : m_history(history)
        , m_limits(limits)
        , m_roundLength(roundLength)
    {
    }

    void round(std::size_t round, HopSample sample)
    {
        followGap(round);
        if (!sample.asked())
            return;
        m_window.push_back({round, sample});
        if (m_window.size() > limitWindow)
            m_window.pop_front();
        followLoss(round, !sample.answered());
        if (m_window.size() == limitWindow)
            followLimits(round);
    }

    std::vector<PathEvent> events{};

private:
    struct Entry {
        std::size_t round = 0;
        HopSample sample{};
    };

    struct Limit {
        std::optional<Timestamp> passed{};
        std::size_t calm = 0; // rounds within it, in a row
    };

    /// Where the last question is too long ago, what comes next begins anew.
    void followGap(std::size_t round)
    {
        const Duration gap = std::max(leastGap, m_roundLength * gapRounds);
        if (m_window.empty() || m_history.start(round) - m_history.start(m_window.back().round) <= gap)
            return;
        if (m_losing)
            endLoss(std::min(m_history.start(m_lastLost + 1), m_history.start(m_lastLost) + m_roundLength));
        m_window.clear();
        m_quiet = 0;
    }

    void endLoss(Timestamp at)
    {
        m_losing = false;
        events.push_back({.kind = PathEvent::Kind::LossEnded, .at = at, .lasted = at - m_lossBegan});
    }

    void followLoss(std::size_t round, bool lost)
    {
        const auto recent =
            m_window.end() - static_cast<std::ptrdiff_t>(std::min(m_window.size(), lossWindow));
        const auto isLost = [](const Entry &entry) { return !entry.sample.answered(); };
        const auto count = static_cast<std::size_t>(std::count_if(recent, m_window.end(), isLost));
        m_quiet = lost ? 0 : m_quiet + 1;
        if (lost)
            m_lastLost = round;
        if (!m_losing && count >= lossBegins) {
            m_losing = true;
            m_lossBegan = m_history.start(std::find_if(recent, m_window.end(), isLost)->round);
            events.push_back({.kind = PathEvent::Kind::LossBegan, .at = m_lossBegan, .share = share()});
        } else if (m_losing && m_quiet >= lossEnds) {
            endLoss(m_history.start(m_lastLost + 1));
        }
    }

    void followLimits(std::size_t round)
    {
        const Timestamp now = m_history.start(round);
        if (m_limits.loss)
            follow(m_lossHigh, share() > *m_limits.loss,
                   {.kind = PathEvent::Kind::LossHigh, .at = now, .share = share()},
                   PathEvent::Kind::LossNormal);
        const auto rtt = m_limits.rtt ? median() : std::nullopt;
        if (rtt)
            follow(m_rttHigh, *rtt > *m_limits.rtt, {.kind = PathEvent::Kind::RttHigh, .at = now, .rtt = rtt},
                   PathEvent::Kind::RttNormal);
    }

    void follow(Limit &limit, bool high, PathEvent event, PathEvent::Kind normal)
    {
        limit.calm = high ? 0 : limit.calm + 1;
        if (high == limit.passed.has_value() || (!high && limit.calm < limitWindow))
            return;
        if (!high) {
            event.kind = normal;
            event.lasted = event.at - *limit.passed;
        }
        limit.passed = high ? std::optional(event.at) : std::nullopt;
        events.push_back(event);
    }

    double share() const
    {
        const auto lost = std::count_if(m_window.begin(), m_window.end(),
                                        [](const Entry &entry) { return !entry.sample.answered(); });
        return static_cast<double>(lost) / static_cast<double>(m_window.size());
    }

    std::optional<Duration> median() const
    {
        std::vector<std::uint32_t> rtts;
        for (const Entry &entry : m_window) {
            if (entry.sample.answered())
                rtts.push_back(entry.sample.rttMicroseconds);
        }
        if (rtts.empty())
            return std::nullopt;
        const auto middle = rtts.begin() + static_cast<std::ptrdiff_t>(rtts.size() / 2);
        std::nth_element(rtts.begin(), middle, rtts.end());
        return std::chrono::microseconds(*middle);
    }

    const PathHistory &m_history;
    PathLimits m_limits;
    Duration m_roundLength;
    std::deque<Entry> m_window;
    bool m_losing = false;
    Timestamp m_lossBegan{};
    std::size_t m_lastLost = 0;
    std::size_t m_quiet = 0; // answered rounds in a row
    Limit m_lossHigh;
    Limit m_rttHigh;
};

void addRouteChanges(std::vector<PathEvent> &events, const PathHistory &history)
{
    for (const auto &[ttl, hop] : history.hops()) {
        if (hop.responders.size() < 2)
            continue;
        RouteFollower follower;
        for (std::size_t round = 0; round < hop.samples.size(); ++round) {
            const HopSample sample = hop.samples[round];
            if (!sample.answered() || ttl > history.endTtl(round).value_or(ttl))
                continue;
            if (const auto change = follower.answer(round, sample.responder))
                events.push_back({.kind = PathEvent::Kind::RouteChanged,
                                  .at = history.start(change->round),
                                  .ttl = ttl,
                                  .before = hop.responders[change->before],
                                  .after = hop.responders[change->after],
                                  .hops = 1});
        }
    }
}

/// Hops that change at the same time are one change, named by the first of them.
std::vector<PathEvent> merged(std::vector<PathEvent> changes, Duration together)
{
    std::sort(changes.begin(), changes.end(), [](const PathEvent &a, const PathEvent &b) {
        return a.at != b.at ? a.at < b.at : a.ttl < b.ttl;
    });
    std::vector<PathEvent> result;
    for (const PathEvent &change : changes) {
        if (result.empty() || change.at - result.back().at > together) {
            result.push_back(change);
            continue;
        }
        PathEvent &first = result.back();
        const int hops = first.hops + 1;
        if (change.ttl < first.ttl) {
            const Timestamp at = first.at;
            first = change;
            first.at = at;
        }
        first.hops = hops;
    }
    return result;
}

/// The usual distance of rounds, whatever a machine's sleep between two of them took.
Duration roundLength(const PathHistory &history)
{
    std::vector<Duration> lengths;
    for (std::size_t round = 1; round < history.rounds(); ++round)
        lengths.push_back(history.start(round) - history.start(round - 1));
    if (lengths.empty())
        return {};
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), middle, lengths.end());
    return *middle;
}

} // namespace

bool isTrouble(PathEvent::Kind kind)
{
    return kind == PathEvent::Kind::LossBegan || kind == PathEvent::Kind::RttHigh
        || kind == PathEvent::Kind::LossHigh;
}

std::vector<PathEvent> pathEvents(const PathHistory &history, const PathLimits &limits)
{
    std::vector<PathEvent> events;
    const Duration length = roundLength(history);
    addRouteChanges(events, history);
    // A change shows at each hop when that hop next answers.
    events = merged(std::move(events), length * static_cast<std::int64_t>(settledRounds));
    LossFollower loss(history, limits, length);
    EndToEnd whole(history);
    for (std::size_t round = 0; round < history.rounds(); ++round)
        loss.round(round, whole.at(round));
    events.insert(events.end(), loss.events.begin(), loss.events.end());
    std::stable_sort(events.begin(), events.end(),
                     [](const PathEvent &a, const PathEvent &b) { return a.at < b.at; });
    if (events.size() > mostEvents)
        events.erase(events.begin(), events.end() - static_cast<std::ptrdiff_t>(mostEvents));
    return events;
}

} // namespace parallax
