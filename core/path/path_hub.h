// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/path_runs.h"

#include <QList>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <set>
#include <vector>

namespace parallax {

/// Owns the traces and pings to hosts, and runs them in an event loop. Lives in the measuring thread; says
/// what happens as updates, hears commands as slots. Takes no names from strangers: who may ask is decided
/// before.
class PathHub : public QObject
{
    Q_OBJECT

public:
    /// `port` is null without the right to probe; `why` then says so. Otherwise it outlives the hub.
    PathHub(SocketPort *port, Error why);

    void setAddressBook(PathAddressBook book) { m_runs.setAddressBook(std::move(book)); }

    /// Begins; the id is the caller's, from nextTraceId().
    void open(parallax::TraceId trace, const parallax::TraceRequest &request);
    /// Ends early: what is still in flight counts as lost.
    void close(parallax::TraceId trace);
    /// A watch that pauses sends nothing until it goes on.
    void setPaused(parallax::TraceId trace, bool paused);

Q_SIGNALS:
    /// An end at once; the rest some milliseconds later and together, as every signal wakes other threads,
    /// which the runs would wait for.
    void updated(const QList<parallax::Update> &updates);
    /// Those of watches alone.
    void watched(const QList<parallax::Update> &updates);

private:
    void endTurn();
    void tell();

    PathRuns m_runs;
    QList<Update> m_news;
    std::set<TraceId> m_watches;
    QTimer m_gather{this};
    std::vector<std::unique_ptr<QSocketNotifier>> m_notifiers; // go before the descriptors of m_runs
    QTimer m_wake{this};
};

} // namespace parallax
