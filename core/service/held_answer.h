// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/http_answer.h"
#include "core/service/socket_guard.h"

#include <QBasicTimer>
#include <QObject>

class QTcpSocket;

namespace parallax {

/// An answer that comes later than its request: once, when a trace is over, or as server-sent events. Its
/// socket's child, so hold it by QPointer; says `left` when the client does not wait for the end.
class HeldAnswer : public QObject
{
    Q_OBJECT

public:
    HeldAnswer(QTcpSocket *socket, SocketGuard *guard, bool withBody);

    /// The whole answer, and the end of the connection.
    void finish(const HttpAnswer &answer);

    /// Begins a stream of events with those that have happened already.
    void beginEvents(const QByteArray &earlier);
    /// A reader that is too slow for them is cut off.
    void send(const QByteArray &events);
    void endEvents();
    bool isOpen() const { return !m_over; }

    /// One event in the format of text/event-stream.
    static QByteArray event(const QByteArray &name, const std::string &data);

Q_SIGNALS:
    void left();
    void answered(int status);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void hearDisconnected();

    QTcpSocket *m_socket;
    SocketGuard *m_guard;
    bool m_withBody;
    bool m_over = false;
    qint64 m_mostUnsent;
    QBasicTimer m_heartbeat; // few answers are streams, and a QTimer costs each
};

} // namespace parallax
