// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/socket_guard.h"

#include "core/echo/socket_facts.h"

#include <QSslSocket>
#include <QTcpSocket>

namespace parallax {

namespace {

constexpr qint64 tlsOverhead = 8 * 1024; // handshake and records, counted by the kernel like the rest

} // namespace

SocketGuard::SocketGuard(QTcpSocket *socket, qintptr descriptor, const GuardLimits &limits)
    : QObject(socket)
    , m_socket(socket)
    , m_descriptor(descriptor)
    , m_allowance(limits.bytesPerRequest)
{
    if (qobject_cast<QSslSocket *>(socket))
        m_allowance += tlsOverhead;
    m_socket->setReadBufferSize(m_allowance);
    for (QTimer *timer : {&m_patience, &m_lifetime}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, m_socket, &QTcpSocket::abort);
    }
    m_patience.start(limits.patience);
    m_lifetime.start(limits.lifetime);
    connect(m_socket, &QTcpSocket::readyRead, this, &SocketGuard::count);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &SocketGuard::forgive);
}

void SocketGuard::hold(std::chrono::milliseconds longest)
{
    m_held = true;
    m_patience.stop();
    m_lifetime.start(longest);
}

void SocketGuard::release()
{
    m_held = false;
    m_patience.start();
}

void SocketGuard::count()
{
    const auto info = tcpInfo(m_descriptor);
    if (info && info->bytesReceived - m_answered > m_allowance)
        // Not at once: the HTTP server is about to read from it.
        QMetaObject::invokeMethod(m_socket, &QTcpSocket::abort, Qt::QueuedConnection);
}

/// An answer leaves: the next request has its own allowance.
void SocketGuard::forgive()
{
    if (m_held)
        return;
    const auto info = tcpInfo(m_descriptor);
    m_answered = info ? info->bytesReceived : m_answered;
    m_patience.start();
}

} // namespace parallax
