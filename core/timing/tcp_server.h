// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address_limit.h"
#include "core/data/clock_update.h"
#include "core/timing/tcp_session.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <set>
#include <unordered_map>
#include <vector>

class QAbstractEventDispatcher;
class QTcpServer;
class QThread;

namespace parallax {

class TcpWorker;

/// The TCP time and echo server: it accepts in its own thread and spreads the connections over a few workers,
/// each with a thread, an event loop and many sockets. Says what happens as updates.
class TcpServer : public QObject
{
    Q_OBJECT

public:
    /// Makes what a worker's thread waits by; Qt's own looks at every socket in every turn.
    using MakeDispatcher = std::function<QAbstractEventDispatcher *()>;

    explicit TcpServer(TcpClockLimits limits = {}, MakeDispatcher makeDispatcher = {});
    ~TcpServer() override;
    TcpServer(const TcpServer &) = delete;
    TcpServer &operator=(const TcpServer &) = delete;

    /// Answered with TcpClockServing or TcpClockServerFailed: Unavailable (in use), InvalidArgument (no such
    /// address here), NotPermitted, Io.
    void start(const parallax::TcpServerRequest &request);
    void stop();

Q_SIGNALS:
    void updated(const QList<parallax::ClockUpdate> &updates);

private:
    struct Share {
        std::unique_ptr<QThread> thread{};
        TcpWorker *worker = nullptr; // in the thread, deleted by its end
        int open = 0;
    };
    struct Known {
        TcpClockConnection connection{};
        Share *share = nullptr;
    };

    void addShare();
    void welcome(qintptr descriptor);
    bool admits(const IpAddress &address);
    void learn(const QList<TcpClockConnection> &connections);
    void say();
    void end();

    TcpClockLimits m_limits;
    MakeDispatcher m_makeDispatcher;
    std::unique_ptr<QTcpServer> m_door;
    std::vector<std::unique_ptr<Share>> m_shares;
    std::unordered_map<std::uint64_t, Known> m_known; // open
    AddressLimit m_held;
    std::uint64_t m_lastNumber = 0; // goes on when the server is started again: reports may be under way
    TcpClockTotals m_totals;
    TcpClockServed m_news;
    std::set<std::uint64_t> m_changed; // open, and not said yet
    QTimer m_say{this};
};

} // namespace parallax
