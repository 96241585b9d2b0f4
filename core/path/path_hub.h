// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"
#include "core/path/path_run.h"

#include <QList>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace parallax {

/// Owns the traces and pings to hosts. Lives in the measuring thread; says what happens as updates, hears
/// commands as slots. Takes no names from strangers: who may ask is decided before.
class PathHub : public QObject
{
    Q_OBJECT

public:
    /// `port` is null without the right to probe; `why` then says so. Otherwise it outlives the hub.
    PathHub(SocketPort *port, Error why);
    ~PathHub() override;

    /// Begins; the id is the caller's, from nextTraceId().
    void open(parallax::TraceId trace, const parallax::TraceRequest &request);
    /// Ends early: what is still in flight counts as lost.
    void close(parallax::TraceId trace);

Q_SIGNALS:
    void updated(const QList<parallax::Update> &updates);

private:
    /// A trace, from the moment its target's address is known.
    struct Active {
        Active(const TraceRequest &request, SocketPort &port, const SocketTarget &target)
            : run(request, port, target)
        {
        }
        PathRun run;
        QTimer wake;
    };

    void resolve(TraceId trace, const TraceRequest &request);
    void begin(TraceId trace, TraceRequest request, const IpAddress &address);
    void fail(TraceId trace, Error error);
    void hear();
    void drive(TraceId trace);
    void finish(TraceId trace, PathEnd end);

    SocketPort *m_port;
    Error m_why;
    std::vector<std::unique_ptr<QSocketNotifier>> m_notifiers;
    std::map<TraceId, std::unique_ptr<Active>> m_active;
    std::map<TraceId, int> m_lookups; // of names, by QHostInfo's number
};

/// A number no other trace of this process has. From any thread.
TraceId nextTraceId();

} // namespace parallax
