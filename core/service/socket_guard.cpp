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
    m_patience.setSingleShot(true);
    m_lifetime.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, m_socket, &QTcpSocket::abort);
    connect(&m_lifetime, &QTimer::timeout, this, &SocketGuard::growOld);
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
    m_last = true;
    m_patience.start();
}

/// What is being asked or answered at this moment is not cut off, but gets no more than patience.
void SocketGuard::growOld()
{
    if (m_held || m_old) {
        m_socket->abort();
        return;
    }
    m_old = true;
    m_lifetime.start(m_patience.intervalAsDuration());
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
    m_patience.start();
    if (m_last)
        return;
    const auto info = tcpInfo(m_descriptor);
    m_answered = info ? info->bytesReceived : m_answered;
}

} // namespace parallax
