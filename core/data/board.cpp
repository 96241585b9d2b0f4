// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/board.h"

#include "core/base/append.h"
#include "core/base/overloaded.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace parallax {

namespace {

void close(SessionRecord &record, const SessionClosed &closed)
{
    record.end = closed.end;
    record.duration = closed.duration;
    record.complete = closed.complete;
    record.stored = closed.stored;
    record.traceEnd = closed.traceEnd;
    record.captureDrops = closed.captureDrops;
    if (closed.run)
        record.ignored = closed.run->ignored; // before, it was what the program had ignored so far
    record.progress = 1.0;
}

void judge(SessionRecord &record, const Judged &judged)
{
    record.verdict = judged.verdict;
    record.classic = judged.classic;
    record.calculatencyLabel = judged.calculatencyLabel;
    record.progress = judged.progress;
}

void learn(TraceRecord &record, const AddressesLearnt &learnt)
{
    for (const auto &[address, facts] : learnt.addresses)
        record.addresses.insert_or_assign(address, facts);
}

void observe(TraceState &state, const TraceObserved &observed)
{
    TraceRecord &record = state.record;
    if (state.request.kind == TraceRequest::Kind::Watch) {
        for (const Observation &observation : observed.batch)
            state.history.add(observation, record.address.address);
        for (const Probe &probe : observed.notSent)
            state.history.addNotSent(probe);
        return;
    }
    const auto searches = [](const Probe &probe) {
        return static_cast<std::uint64_t>(probe.id) >= firstMtuId;
    };
    for (const Observation &observation : observed.batch)
        (searches(observation.probe) ? record.mtuSearch : record.observations).push_back(observation);
    std::copy_if(observed.notSent.begin(), observed.notSent.end(), std::back_inserter(record.notSent),
                 std::not_fn(searches)); // larger than the own link takes, they are part of no hop
}

void learn(SessionRecord &record, const FactsLearnt &facts)
{
    record.tester = facts.tester;
    record.tcp = facts.tcp;
    record.timestamps = facts.timestamps;
    record.addresses = facts.addresses;
}

} // namespace

void Board::apply(const Update &update)
{
    std::visit(
        Overloaded{
            [this](const Listening &u) { m_listening = u; },
            [this](const ListeningStopped &) { m_listening.reset(); },
            [this](const Notice &u) {
                if (u.cleared)
                    m_notices.erase(u.code);
                else
                    m_notices[u.code] = u;
            },
            [this](const SessionOpened &u) { m_sessions[u.session] = u.record; },
            [this](const FactsLearnt &u) { learn(m_sessions[u.session], u); },
            [this](const Observed &u) { append(m_sessions[u.session].observations, u.batch); },
            [this](const Judged &u) { judge(m_sessions[u.session], u); },
            [this](const SessionClosed &u) { closeSession(u); },
            [this](const SessionFailed &u) { m_sessions.erase(u.session); },
            [this](const HistoryLoaded &u) { addHistory(u); },
            [this](const InvitationChanged &u) { m_invitations[u.invitation.token] = u.invitation; },
            [this](const TraceOpened &u) { m_traces[u.trace] = {.request = u.request, .record = u.record}; },
            [this](const TraceObserved &u) { ifKnown(u.trace, [&](auto &state) { observe(state, u); }); },
            [this](const AddressesLearnt &u) {
                ifKnown(u.trace, [&](auto &state) { learn(state.record, u); });
            },
            [this](const TraceClosed &u) {
                ifKnown(u.trace, [&](auto &state) {
                    state.record.end = u.end;
                    state.record.duration = u.duration;
                });
            },
            [this](const TraceFailed &u) { m_traces.erase(u.trace); },
            [](const StoredPathsListed &) {},
            [this](const StoredPathOpened &u) { m_stored[u.trace] = u.state; },
            [](const StoredPathCopied &) {},
            [](const StoredPathFailed &) {},
        },
        update);
}

void Board::closeSession(const SessionClosed &closed)
{
    close(m_sessions[closed.session], closed);
    m_dropped = std::max(m_dropped, closed.droppedSoFar);
}

void Board::addHistory(const HistoryLoaded &history)
{
    for (const SessionRecord &record : history.records)
        m_sessions[SessionId{m_nextHistoric++}] = record;
}

void Board::forget(TraceId trace)
{
    m_traces.erase(trace);
    m_stored.erase(trace);
}

const SessionRecord *Board::find(SessionId session) const
{
    const auto it = m_sessions.find(session);
    return it == m_sessions.end() ? nullptr : &it->second;
}

const TraceState *Board::find(TraceId trace) const
{
    if (const auto measured = m_traces.find(trace); measured != m_traces.end())
        return &measured->second;
    const auto stored = m_stored.find(trace);
    return stored == m_stored.end() ? nullptr : stored->second.get();
}

int Board::running() const
{
    return static_cast<int>(std::count_if(m_sessions.begin(), m_sessions.end(), [](const auto &entry) {
        return entry.second.end == SessionEnd::Running;
    }));
}

} // namespace parallax
