// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/echo/request_head.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace parallax {

/// An accepted socket whose request has not been judged yet: few bytes, little time, then it is thrown out.
/// The request is only peeked at, so whoever takes the socket over still reads all of it.
class Visitor : public QObject
{
    Q_OBJECT

public:
    Visitor(QTcpSocket *socket, const Flow &flow, std::chrono::milliseconds patience, QObject *parent);

    const Flow &flow() const { return m_flow; }
    /// Answers with a status line and a plain sentence, then closes; gone() follows.
    void refuse(int status, const QByteArray &reason, const QByteArray &sentence);
    QTcpSocket *socket() const { return m_socket; }
    /// The socket belongs to somebody else from now on; gone() will not come.
    QTcpSocket *release();

Q_SIGNALS:
    /// The whole head has arrived.
    void requested(const parallax::RequestHead &head);
    /// The socket was closed, refused or too slow. Emitted once.
    void gone();

private:
    void look();
    void leave();

    QTcpSocket *m_socket;
    Flow m_flow;
    QTimer m_patience{this};
    bool m_done = false;
};

} // namespace parallax
