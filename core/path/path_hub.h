// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"
#include "core/path/path_run.h"

#include <QList>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

class QHostInfo;

namespace parallax {

/// What local files say of an address.
using PathAddressBook = std::function<AddressFacts(const IpAddress &)>;

/// Owns the traces and pings to hosts. Lives in the measuring thread; says what happens as updates, hears
/// commands as slots. Takes no names from strangers: who may ask is decided before.
class PathHub : public QObject
{
    Q_OBJECT

public:
    /// `port` is null without the right to probe; `why` then says so. Otherwise it outlives the hub.
    PathHub(SocketPort *port, Error why);
    ~PathHub() override;

    /// Asked for each address on a path. Works without.
    void setAddressBook(PathAddressBook book) { m_book = std::move(book); }

    /// Begins; the id is the caller's, from nextTraceId().
    void open(parallax::TraceId trace, const parallax::TraceRequest &request);
    /// Ends early: what is still in flight counts as lost.
    void close(parallax::TraceId trace);

Q_SIGNALS:
    void updated(const QList<parallax::Update> &updates);

private:
    /// A trace, from the moment its target's address is known until the last of its hops' names.
    struct Active {
        std::optional<PathRun> run{}; // nothing: it is over
        QTimer wake{};
        bool names = false;
        std::map<IpAddress, AddressFacts> addresses{};
        int namesAwaited = 0;
    };

    void resolve(TraceId trace, const TraceRequest &request);
    void resolved(TraceId trace, const TraceRequest &request, const QHostInfo &info);
    void begin(TraceId trace, TraceRequest request, const IpAddress &address);
    void fail(TraceId trace, Error error);
    void hear(int descriptor);
    void drive(TraceId trace);
    void learnAddresses(TraceId trace, Active &active, const std::vector<Observation> &observations);
    void askName(TraceId trace, Active &active, const IpAddress &address);
    void hearName(TraceId trace, const IpAddress &address, const QString &name);
    void say(TraceId trace, const Active &active);
    void finish(TraceId trace, PathEnd end);
    void flush();

    SocketPort *m_port;
    Error m_why;
    std::vector<std::unique_ptr<QSocketNotifier>> m_notifiers;
    PathAddressBook m_book;
    QList<Update> m_news; // of this turn
    std::map<TraceId, std::unique_ptr<Active>> m_active;
    std::map<TraceId, int> m_lookups; // of names, by QHostInfo's number
};

} // namespace parallax
