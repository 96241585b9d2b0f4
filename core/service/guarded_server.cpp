// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/guarded_server.h"

#include "core/echo/socket_facts.h"

#include <QSslSocket>
#include <QTcpSocket>
#include <QTimer>

#include <unistd.h>

namespace parallax {

namespace {

constexpr int mostWaiting = 4096;
constexpr qint64 tlsOverhead = 8 * 1024; // handshake and records, counted by the kernel like the rest

/// Sits on one socket and ends it when it is slow or talks too much.
class Guard : public QObject
{
public:
    Guard(QTcpSocket *socket, qintptr descriptor, const GuardLimits &limits)
        : QObject(socket)
        , m_socket(socket)
        , m_descriptor(descriptor)
        , m_allowance(limits.bytesPerRequest)
    {
        if (qobject_cast<QSslSocket *>(socket))
            m_allowance += tlsOverhead;
        m_socket->setReadBufferSize(m_allowance);
        m_patience.setSingleShot(true);
        connect(&m_patience, &QTimer::timeout, m_socket, &QTcpSocket::abort);
        m_patience.start(limits.patience);
        QTimer::singleShot(limits.lifetime, m_socket, &QTcpSocket::abort);
        connect(m_socket, &QTcpSocket::readyRead, this, &Guard::count);
        connect(m_socket, &QTcpSocket::bytesWritten, this, &Guard::forgive);
    }

private:
    void count()
    {
        const auto info = tcpInfo(m_descriptor);
        if (info && info->bytesReceived - m_answered > m_allowance)
            // Not at once: QHttpServer is about to read from it.
            QMetaObject::invokeMethod(m_socket, &QTcpSocket::abort, Qt::QueuedConnection);
    }

    /// An answer leaves: the next request has its own allowance.
    void forgive()
    {
        const auto info = tcpInfo(m_descriptor);
        m_answered = info ? info->bytesReceived : m_answered;
        m_patience.start();
    }

    QTcpSocket *m_socket;
    qintptr m_descriptor;
    qint64 m_allowance;
    qint64 m_answered = 0; // bytes received up to the last answer
    QTimer m_patience{this};
};

} // namespace

GuardedServer::GuardedServer(const GuardLimits &limits, std::optional<QSslConfiguration> tls)
    : m_limits(limits)
    , m_tls(std::move(tls))
{
    m_sockets.setFronts(limits.fronts);
    setMaxPendingConnections(mostWaiting);
}

bool GuardedServer::isCrowded(const IpAddress &address) const
{
    return m_sockets.held(address) > m_limits.socketsPerAddress;
}

void GuardedServer::incomingConnection(qintptr descriptor)
{
    const auto flow = flowOf(descriptor);
    // Twice the limit gets no answer at all; between them QHttpServer says 429.
    if (!flow || m_sockets.total() >= m_limits.sockets
        || m_sockets.held(flow->remote.address) >= 2 * m_limits.socketsPerAddress) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    auto *socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    watch(socket, descriptor, flow->remote.address);
    if (auto *secure = qobject_cast<QSslSocket *>(socket)) {
        secure->setSslConfiguration(*m_tls);
        secure->startServerEncryption();
    }
    addPendingConnection(socket);
}

void GuardedServer::watch(QTcpSocket *socket, qintptr descriptor, const IpAddress &address)
{
    m_sockets.enter(address);
    connect(socket, &QObject::destroyed, this, [this, address] { m_sockets.leave(address); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    new Guard(socket, descriptor, m_limits);
}

} // namespace parallax
