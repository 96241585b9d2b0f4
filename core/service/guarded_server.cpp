// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/guarded_server.h"

#include "core/echo/socket_facts.h"
#include "core/service/socket_guard.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <unistd.h>

namespace parallax {

namespace {

constexpr int mostWaiting = 4096;

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
    // Twice the limit gets no answer at all; between them the server says 429.
    if (!flow || m_sockets.total() >= m_limits.sockets
        || m_sockets.held(flow->remote.address) >= 2 * m_limits.socketsPerAddress) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    auto *socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(static_cast<int>(descriptor));
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
    new SocketGuard(socket, descriptor, m_limits);
}

} // namespace parallax
