// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_events.h"

#include "core/data/end_to_end.h"
#include "core/data/loss_follower.h"
#include "core/data/not_sent_follower.h"

#include <algorithm>
#include <deque>
#include <utility>

namespace parallax {

namespace {

constexpr std::size_t memory = 20; // answers in which a balanced hop shows itself
constexpr int balancedSwitches = 4; // changes of the responder in them
constexpr std::size_t mostEvents = 1000; // the newest, and what stands since before them

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

/// What begins and what ends it are about the same.
PathEvent::Kind beginOf(PathEvent::Kind kind)
{
    switch (kind) {
    case PathEvent::Kind::LossEnded:
        return PathEvent::Kind::LossBegan;
    case PathEvent::Kind::RttNormal:
        return PathEvent::Kind::RttHigh;
    case PathEvent::Kind::LossNormal:
        return PathEvent::Kind::LossHigh;
    case PathEvent::Kind::NotSentEnded:
        return PathEvent::Kind::NotSentBegan;
    default:
        return kind;
    }
}

/// The newest, and whatever has begun before them and not ended.
void keepNewest(std::vector<PathEvent> &events)
{
    if (events.size() <= mostEvents)
        return;
    const auto newest = events.end() - static_cast<std::ptrdiff_t>(mostEvents);
    std::vector<PathEvent> kept;
    for (auto event = events.begin(); event != newest; ++event) {
        const auto isSameMatter = [&](const PathEvent &later) { return beginOf(later.kind) == event->kind; };
        if (isTrouble(event->kind) && std::none_of(event + 1, events.end(), isSameMatter))
            kept.push_back(*event);
    }
    kept.insert(kept.end(), newest, events.end());
    events = std::move(kept);
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
        || kind == PathEvent::Kind::LossHigh || kind == PathEvent::Kind::NotSentBegan;
}

std::vector<PathEvent> pathEvents(const PathHistory &history, const PathLimits &limits)
{
    std::vector<PathEvent> events;
    const Duration length = roundLength(history);
    addRouteChanges(events, history);
    // A change shows at each hop when that hop next answers.
    events = merged(std::move(events), length * static_cast<std::int64_t>(settledRounds));
    LossFollower loss(history, limits, length);
    NotSentFollower notSent(history, length);
    EndToEnd whole(history);
    for (std::size_t round = 0; round < history.rounds(); ++round) {
        loss.round(round, whole.at(round));
        notSent.round(round);
    }
    for (const auto *found : {&loss.events(), &notSent.events()})
        events.insert(events.end(), found->begin(), found->end());
    std::stable_sort(events.begin(), events.end(),
                     [](const PathEvent &a, const PathEvent &b) { return a.at < b.at; });
    keepNewest(events);
    return events;
}

} // namespace parallax
