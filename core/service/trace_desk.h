// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/board.h"
#include "core/service/api_limits.h"
#include "core/service/held_answer.h"
#include "core/service/trace_documents.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace parallax {

/// The traces that were asked for over HTTP: asks the measuring side for them, keeps what it says, and tells
/// those who wait.
class TraceDesk : public QObject
{
    Q_OBJECT

public:
    explicit TraceDesk(QObject *parent = nullptr);

    void configure(const ApiLimits &limits, std::string grantCommand);

    /// Begins a trace; nothing where too many run.
    std::optional<TraceId> open(const TraceRequest &request, const IpAddress &from);
    /// Ends a trace early, or forgets one that is over.
    void close(TraceId trace);
    void closeAll();
    /// Forgets what has been over for longer than it is kept.
    void forgetOld(Timestamp now);

    /// Those with a name that somebody was told.
    std::vector<TraceId> all() const;
    /// By the name in URLs.
    std::optional<TraceId> named(const std::string &name) const;
    const std::string &nameOf(TraceId trace) const { return m_traces.at(trace).name; }
    TraceView view(TraceId trace) const;
    HttpAnswer answerOf(TraceId trace, TraceShape shape) const;

    /// Answers once, when the trace is over. Who leaves before ends it.
    void answerAtEnd(TraceId trace, TraceShape shape, HeldAnswer *answer);
    /// Answers by events, beginning with what has happened. Who leaves changes nothing.
    void stream(TraceId trace, HeldAnswer *answer);
    bool hasRoomForStream() const;

    void apply(const Update &update, Timestamp now);

Q_SIGNALS:
    void traceRequested(parallax::TraceId trace, const parallax::TraceRequest &request);
    void traceCloseRequested(parallax::TraceId trace);

private:
    struct Entry {
        std::string name{}; // a UUID
        TraceRequest request{};
        IpAddress from{};
        std::optional<Error> failed{};
        std::optional<Timestamp> over{};
        bool namesKnown = true;
        bool awaited = false; // by one answer, and nobody else knows its name
        QPointer<HeldAnswer> waiting{};
        TraceShape shape{};
        std::vector<QPointer<HeldAnswer>> streams{};
    };
    using Traces = std::map<TraceId, Entry>;

    void giveUpWithoutAddress(TraceId trace);
    void end(TraceId trace, Timestamp now);
    static void tell(const Entry &entry, const QByteArray &event);
    QByteArray earlierEvents(TraceId trace, const Entry &entry) const;
    QByteArray lastEvent(TraceId trace, const Entry &entry) const;
    void forget(Traces::iterator entry);

    ApiLimits m_limits;
    std::string m_grantCommand;
    Board m_board;
    Traces m_traces;
    AddressLimit m_running;
};

} // namespace parallax
