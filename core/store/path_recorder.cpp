// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/path_recorder.h"

#include "core/base/random.h"
#include "core/store/path_blocks.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr std::size_t roundsRemembered = 3600;
constexpr std::uint64_t blocksOfPart = PathHistory::mostRounds / roundsPerBlock;
static_assert(PathHistory::mostRounds % roundsPerBlock == 0);

} // namespace

PathRecorder::PathRecorder(const TraceOpened &opened)
    : m_request(opened.request)
    , m_record(opened.record)
    , m_history(roundsRemembered, roundsPerBlock)
{
}

void PathRecorder::add(const TraceObserved &observed)
{
    for (const Observation &observation : observed.batch) {
        if (noteChange(observation.probe))
            m_history.add(observation, m_record.address.address);
    }
    for (const Probe &probe : observed.notSent) {
        if (noteChange(probe))
            m_history.addNotSent(probe);
    }
}

/// False when its round is an hour late.
bool PathRecorder::noteChange(const Probe &probe)
{
    const std::uint64_t number = static_cast<std::uint64_t>(probe.id) / idsPerRound;
    if (number <= m_history.dropped())
        return false;
    m_changed.insert((number - 1) / roundsPerBlock);
    return true;
}

void PathRecorder::learn(const AddressesLearnt &learnt)
{
    for (const auto &[address, facts] : learnt.addresses)
        m_record.addresses.insert_or_assign(address, facts);
    m_namesComplete = learnt.complete;
    m_factsChanged = true;
}

bool PathRecorder::isNamed(const std::string &id) const
{
    return std::any_of(m_parts.begin(), m_parts.end(), [&](const auto &entry) {
        const auto changed = m_changed.lower_bound(entry.first * blocksOfPart);
        const bool hasNews = changed != m_changed.end() && *changed / blocksOfPart == entry.first;
        const bool isLast = entry.first == m_parts.rbegin()->first;
        return entry.second.id == id && (isLast || hasNews);
    });
}

PathRecorder::Part &PathRecorder::part(std::uint64_t number, const RoundBlock &first)
{
    Part &part = m_parts[number];
    if (part.id.empty()) {
        part.id = timedUuid(wallClock());
        part.started = number == 0 ? m_record.started : first.starts.front();
    }
    return part;
}

PathNews PathRecorder::head(std::uint64_t number, const Part &part) const
{
    const std::uint64_t end = std::min<std::uint64_t>((number + 1) * PathHistory::mostRounds,
                                                      m_history.dropped() + m_history.rounds());
    PathNews news{.path = {.id = part.id,
                           .target = m_record.target,
                           .address = m_record.address,
                           .method = m_record.method,
                           .started = part.started,
                           .ended = m_history.start(end - 1 - m_history.dropped()),
                           .rounds = end - number * PathHistory::mostRounds},
                  .request = m_request,
                  .addresses = m_record.addresses};
    for (const auto &[ttl, hop] : m_history.hops()) {
        for (std::size_t i = 0; i < hop.firstReplies.size(); ++i)
            news.responders.push_back({.ttl = ttl, .number = i, .first = hop.firstReplies[i]});
    }
    return news;
}

std::vector<PathNews> PathRecorder::news()
{
    std::map<std::uint64_t, PathNews> byPart;
    for (const std::uint64_t changed : m_changed) {
        RoundBlock block = m_history.block(changed * roundsPerBlock, roundsPerBlock);
        if (block.starts.empty() || block.first != changed * roundsPerBlock)
            continue; // the store failed for too long
        const std::uint64_t number = changed / blocksOfPart;
        const Part &belongs = part(number, block);
        byPart.try_emplace(number, head(number, belongs)).first->second.blocks.push_back(std::move(block));
    }
    if (byPart.empty() && m_factsChanged && !m_parts.empty())
        byPart.emplace(m_parts.rbegin()->first, head(m_parts.rbegin()->first, m_parts.rbegin()->second));
    std::vector<PathNews> all;
    all.reserve(byPart.size());
    for (auto &[number, news] : byPart)
        all.push_back(std::move(news));
    return all;
}

void PathRecorder::written()
{
    m_changed.clear();
    m_factsChanged = false;
    while (m_parts.size() > 2) // the last one may still get late answers
        m_parts.erase(m_parts.begin());
}

} // namespace parallax
