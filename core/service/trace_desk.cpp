// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/trace_desk.h"

#include "core/base/random.h"
#include "core/document/trace_document.h"

#include <QJsonDocument>
#include <QTimer>

#include <algorithm>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto namePatience = 1000ms; // for name servers, once the path is known

} // namespace

TraceDesk::TraceDesk(QObject *parent)
    : QObject(parent)
{
    m_running.setFronts({}); // this machine's users have limits too
}

void TraceDesk::configure(const ApiLimits &limits, std::string grantCommand)
{
    m_limits = limits;
    m_grantCommand = std::move(grantCommand);
}

std::optional<TraceId> TraceDesk::open(const TraceRequest &request, const IpAddress &from)
{
    if (m_running.total() >= m_limits.running || m_running.held(from) >= m_limits.runningPerAddress)
        return std::nullopt;
    m_running.enter(from);
    const TraceId trace = nextTraceId();
    m_traces[trace] = {.name = timedUuid(wallClock()), .request = request, .from = from};
    QTimer::singleShot(m_limits.lookup, this, [this, trace] { giveUpWithoutAddress(trace); });
    Q_EMIT traceRequested(trace, request);
    return trace;
}

/// The system's resolver may never come back, and nobody may wait or hold a place for that long.
void TraceDesk::giveUpWithoutAddress(TraceId trace)
{
    const auto found = m_traces.find(trace);
    if (found == m_traces.end() || found->second.over || m_board.find(trace))
        return;
    found->second.failed =
        Error{ErrorCode::NoNameServer, found->second.request.target + " was not looked up in time"};
    Q_EMIT traceCloseRequested(trace);
    end(trace, wallClock());
}

void TraceDesk::close(TraceId trace)
{
    const auto entry = m_traces.find(trace);
    if (entry == m_traces.end())
        return;
    if (entry->second.over)
        forget(entry);
    else
        Q_EMIT traceCloseRequested(trace);
}

void TraceDesk::closeAll()
{
    for (const auto &[trace, entry] : m_traces) {
        if (!entry.over)
            Q_EMIT traceCloseRequested(trace);
        m_board.forget(trace);
    }
    m_traces.clear();
    m_running = AddressLimit{};
    m_running.setFronts({});
}

std::vector<TraceId> TraceDesk::all() const
{
    std::vector<TraceId> traces;
    for (const auto &[trace, entry] : m_traces) {
        if (!entry.awaited)
            traces.push_back(trace);
    }
    return traces;
}

std::optional<TraceId> TraceDesk::named(const std::string &name) const
{
    const auto found = std::find_if(m_traces.begin(), m_traces.end(),
                                    [&](const auto &entry) { return entry.second.name == name; });
    return found == m_traces.end() ? std::nullopt : std::optional(found->first);
}

TraceView TraceDesk::view(TraceId trace) const
{
    const Entry &entry = m_traces.at(trace);
    const TraceState *state = m_board.find(trace);
    return {.request = entry.request,
            .record = state ? &state->record : nullptr,
            .failed = entry.failed ? &*entry.failed : nullptr};
}

HttpAnswer TraceDesk::answerOf(TraceId trace, TraceShape shape) const
{
    return answerFor(view(trace), shape, m_grantCommand);
}

void TraceDesk::answerAtEnd(TraceId trace, TraceShape shape, HeldAnswer *answer)
{
    Entry &entry = m_traces.at(trace);
    entry.awaited = true;
    entry.waiting = answer;
    entry.shape = shape;
    connect(answer, &HeldAnswer::left, this, [this, trace] { close(trace); });
}

void TraceDesk::stream(TraceId trace, HeldAnswer *answer)
{
    Entry &entry = m_traces.at(trace);
    answer->beginEvents(earlierEvents(trace, entry));
    if (entry.over)
        answer->endEvents();
    else
        entry.streams.emplace_back(answer);
}

bool TraceDesk::hasRoomForStream() const
{
    std::ptrdiff_t streams = 0;
    for (const auto &[trace, entry] : m_traces)
        streams += std::count_if(entry.streams.begin(), entry.streams.end(),
                                 [](const auto &stream) { return stream && stream->isOpen(); });
    return streams < m_limits.streams;
}

void TraceDesk::apply(const Update &update, Timestamp now)
{
    const auto trace = traceOf(update);
    const auto found = trace ? m_traces.find(*trace) : m_traces.end();
    if (found == m_traces.end())
        return; // the window's
    Entry &entry = found->second;
    m_board.apply(update);
    const bool followed = !entry.streams.empty(); // events cost time that a single answer should not wait for
    if (followed && std::holds_alternative<TraceOpened>(update))
        tell(entry, HeldAnswer::event("opened", documentOf(view(*trace))));
    if (const auto *observed = std::get_if<TraceObserved>(&update); followed && observed)
        tell(entry,
             HeldAnswer::event(
                 "observed",
                 observedJson(m_board.find(*trace)->record, observed->batch, observed->notSent.size())));
    if (const auto *learnt = std::get_if<AddressesLearnt>(&update))
        entry.namesKnown = learnt->complete;
    if (const auto *failed = std::get_if<TraceFailed>(&update)) {
        if (entry.over) // given up before
            return;
        entry.failed = failed->error;
        end(*trace, now);
        return;
    }
    const TraceState *state = m_board.find(*trace);
    const bool measured = state && state->record.end != PathEnd::Running;
    if (measured && (entry.namesKnown || !entry.request.names))
        end(*trace, now);
    else if (measured && std::holds_alternative<TraceClosed>(update))
        QTimer::singleShot(namePatience, this, [this, id = *trace] { end(id, wallClock()); });
}

void TraceDesk::end(TraceId trace, Timestamp now)
{
    const auto found = m_traces.find(trace);
    if (found == m_traces.end() || found->second.over)
        return;
    Entry &entry = found->second;
    entry.over = now;
    m_running.leave(entry.from);
    if (!entry.streams.empty())
        tell(entry, lastEvent(trace, entry));
    for (const auto &stream : std::exchange(entry.streams, {})) {
        if (stream)
            stream->endEvents();
    }
    if (entry.waiting)
        entry.waiting->finish(answerOf(trace, entry.shape));
    if (entry.awaited)
        forget(found);
    forgetOld(now);
}

void TraceDesk::tell(const Entry &entry, const QByteArray &event)
{
    for (const auto &stream : entry.streams) {
        if (stream)
            stream->send(event);
    }
}

QByteArray TraceDesk::earlierEvents(TraceId trace, const Entry &entry) const
{
    QByteArray events;
    if (const TraceState *state = m_board.find(trace)) {
        TraceRecord opening = state->record;
        opening.observations.clear();
        opening.end = PathEnd::Running;
        opening.duration = {};
        const bool ping = entry.request.kind == TraceRequest::Kind::Ping;
        events += HeldAnswer::event("opened", traceJson(opening, ping));
        if (!state->record.observations.empty() || !state->record.notSent.empty())
            events += HeldAnswer::event(
                "observed",
                observedJson(state->record, state->record.observations, state->record.notSent.size()));
    }
    return entry.over ? events + lastEvent(trace, entry) : events;
}

QByteArray TraceDesk::lastEvent(TraceId trace, const Entry &entry) const
{
    if (!entry.failed)
        return HeldAnswer::event("closed", documentOf(view(trace)));
    const QJsonDocument failure(failureObject(*entry.failed, m_grantCommand));
    return HeldAnswer::event("failed", failure.toJson(QJsonDocument::Compact).toStdString());
}

void TraceDesk::forget(Traces::iterator entry)
{
    m_board.forget(entry->first);
    m_traces.erase(entry);
}

void TraceDesk::forgetOld(Timestamp now)
{
    std::vector<Traces::iterator> over; // the oldest first, as ids grow
    for (auto entry = m_traces.begin(); entry != m_traces.end(); ++entry) {
        if (entry->second.over)
            over.push_back(entry);
    }
    const auto kept = static_cast<std::size_t>(m_limits.kept);
    for (std::size_t i = 0; i < over.size(); ++i) {
        if (over.size() - i > kept || now - *over[i]->second.over > m_limits.keptFor)
            forget(over[i]);
    }
}

} // namespace parallax
