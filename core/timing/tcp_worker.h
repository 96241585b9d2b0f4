// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timing/tcp_session.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <unordered_map>
#include <unordered_set>

namespace parallax {

/// Serves its share of the TCP server's connections, in a thread of its own.
class TcpWorker : public QObject
{
    Q_OBJECT

public:
    explicit TcpWorker(const TcpClockLimits &limits);

    /// Takes an accepted socket over.
    void adopt(qintptr descriptor, const TcpClockConnection &connection);
    /// Ends all of them; what they came to.
    QList<TcpClockConnection> stop();

Q_SIGNALS:
    /// Connections as they are now; one that ended is told once, and at once.
    void changed(const QList<parallax::TcpClockConnection> &connections);

private:
    void note(TcpSession *session);
    void report();
    void sweep();

    TcpClockLimits m_limits;
    std::unordered_map<std::uint64_t, TcpSession *> m_sessions; // children
    std::unordered_set<std::uint64_t> m_changed; // of them
    QList<TcpClockConnection> m_ended;
    QTimer m_report{this};
    QTimer m_sweep{this};
};

} // namespace parallax
