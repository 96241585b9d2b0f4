// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/tcp_clock.h"
#include "core/timing/line_buffer.h"
#include "core/timing/source_budget.h"

#include <QObject>
#include <QTcpSocket>

#include <chrono>
#include <string_view>

namespace parallax {

/// What strangers may take of the TCP server.
struct TcpClockLimits {
    int mostConnections = 2'048;
    int mostOfOneAddress = 256; // of IPv6 one /64; loopback is not one address
    std::chrono::milliseconds idle{60'000}; // without a line
    std::chrono::milliseconds stall{10'000}; // a slow reader's, without a byte that it takes
    qint64 mostUnsent = 65'536; // bytes; beyond them nothing more is read
};

/// One connection of the TCP server. Lives in the thread of its worker, which owns it.
class TcpSession : public QObject
{
    Q_OBJECT

public:
    /// Takes the accepted descriptor over.
    TcpSession(qintptr descriptor, const TcpClockConnection &connection, const TcpClockLimits &limits,
               QObject *parent);

    const TcpClockConnection &connection() const { return m_connection; }
    /// Ends it where its patience is over.
    void checkPatience(SteadyTime now);
    void end(TcpClockEnd why);

Q_SIGNALS:
    /// Its counts are others than before, or it ended.
    void changed(parallax::TcpSession *session);

private:
    void serve();
    void answerLines();
    void answer(std::string_view line);
    void noteSent(qint64 bytes);

    const TcpClockLimits &m_limits;
    TcpClockConnection m_connection;
    LineBuffer m_lines;
    SteadyTime m_lastLine;
    SteadyTime m_lastSent;
    bool m_clogged = false; // too much is unsent: nothing is read
    QTcpSocket m_socket{this};
};

} // namespace parallax
