// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/guard_limits.h"

#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace parallax {

/// Sits on one socket and ends it when it is slow or talks too much.
class SocketGuard : public QObject
{
    Q_OBJECT

public:
    SocketGuard(QTcpSocket *socket, qintptr descriptor, const GuardLimits &limits);

    /// The answer takes its time: from now on only `longest` ends the connection.
    void hold(std::chrono::milliseconds longest);
    /// The rest of a held answer is on its way, the connection's last: a reader must go on taking it.
    void release();
    /// It has lasted as long as it may: the next answer ends the connection, if patience does not.
    bool isOld() const { return m_old; }

private:
    void growOld();
    void count();
    void forgive();

    QTcpSocket *m_socket;
    qintptr m_descriptor;
    qint64 m_allowance;
    qint64 m_answered = 0; // bytes received up to the last answer
    bool m_held = false;
    bool m_last = false; // the connection ends with what is being answered
    bool m_old = false;
    QTimer m_patience{this};
    QTimer m_lifetime{this};
};

} // namespace parallax
