// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/echo/echo_server.h"

#include "core/echo/listening.h"
#include "core/echo/visitor.h"

#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocket>

#include <unistd.h>

namespace parallax {

namespace {

constexpr const char *invalidLink = "This link is not valid. Ask whoever sent it for a new one.";

/// Hands raw descriptors on.
class Listener : public QTcpServer
{
public:
    Listener(std::function<void(qintptr)> accepted, QObject *parent)
        : QTcpServer(parent)
        , m_accepted(std::move(accepted))
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_accepted(descriptor); }

private:
    std::function<void(qintptr)> m_accepted;
};

} // namespace

EchoServer::EchoServer(QObject *parent)
    : QObject(parent)
    , m_listener(new Listener([this](qintptr descriptor) { welcome(descriptor); }, this))
{
}

EchoServer::~EchoServer()
{
    close();
}

Result<quint16> EchoServer::listen(const Config &config)
{
    close();
    m_config = config;
    m_handshakes = std::make_unique<QWebSocketServer>(QStringLiteral("Parallax"),
                                                      config.tls ? QWebSocketServer::SecureMode
                                                                 : QWebSocketServer::NonSecureMode);
    connect(m_handshakes.get(), &QWebSocketServer::newConnection, this, &EchoServer::finishHandshake);
    m_sockets.setFronts(config.fronts);
    return listenOn(*m_listener, config.bind, config.port);
}

void EchoServer::close()
{
    m_listener->close();
    m_handshakes.reset();
    for (auto *visitor : findChildren<Visitor *>())
        drop(visitor);
}

void EchoServer::welcome(qintptr descriptor)
{
    const auto flow = flowOf(descriptor);
    // Twice the limit gets no answer at all; between them it is 429.
    if (!flow || m_sockets.held(flow->remote.address) >= m_config.maxSocketsPerAddress * 2 || !makeRoom()) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    prepareMeasuredSocket(descriptor);
    auto *socket = m_config.tls ? new QSslSocket : new QTcpSocket;
    auto *visitor = new Visitor(socket, *flow, m_config.requestTime, this);
    m_waiting.push_back(visitor);
    const int held = m_sockets.enter(flow->remote.address);
    connect(visitor, &Visitor::gone, this, [this, visitor] { drop(visitor); });
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(static_cast<int>(descriptor));
        return drop(visitor);
    }
    const bool tooMany = held > m_config.maxSocketsPerAddress;
    connect(visitor, &Visitor::requested, this, [this, visitor, tooMany](const RequestHead &head) {
        if (tooMany)
            return visitor->refuse(429, "Too Many Requests", "Too many connections from your address.");
        judge(visitor, head);
    });
    if (auto *secure = qobject_cast<QSslSocket *>(socket)) {
        secure->setSslConfiguration(*m_config.tls);
        secure->startServerEncryption();
    }
}

/// Who has been silent the longest goes first: those who hold half-open connections keep nobody out.
bool EchoServer::makeRoom()
{
    if (m_sockets.total() < m_config.maxSockets)
        return true;
    if (m_waiting.empty())
        return false;
    Visitor *longest = m_waiting.front();
    longest->socket()->abort(); // closes it at once; that it is gone follows
    if (!m_waiting.empty() && m_waiting.front() == longest)
        drop(longest);
    return true;
}

void EchoServer::judge(Visitor *visitor, const RequestHead &head)
{
    EchoRequest request{.flow = visitor->flow(),
                        .descriptor = visitor->socket()->socketDescriptor(),
                        .token = tokenIn(head.path, "/ws/"),
                        .path = head.path,
                        .userAgent = head.userAgent,
                        .forwardingHeaders = head.forwardingHeaders,
                        .secure = m_config.tls.has_value()};
    const Admission admission = admissionFor(request);
    if (admission == Admission::Forbidden)
        return visitor->refuse(403, "Forbidden", invalidLink);
    if (head.method != "GET" || !head.webSocketUpgrade)
        return visitor->refuse(426, "Upgrade Required", "This port speaks WebSocket only.");
    letIn(visitor, std::move(request), admission);
}

Admission EchoServer::admissionFor(const EchoRequest &request) const
{
    if (!m_config.anonymous && request.token.empty())
        return Admission::Forbidden;
    if (m_admit)
        return m_admit(request);
    return m_config.anonymous ? Admission::Accept : Admission::Forbidden;
}

void EchoServer::letIn(Visitor *visitor, EchoRequest request, Admission admission)
{
    const Flow flow = request.flow;
    m_entrants[flow] = {visitor, std::move(request), admission};
    m_handshakes->handleConnection(visitor->socket());
}

void EchoServer::finishHandshake()
{
    while (QWebSocket *socket = m_handshakes->nextPendingConnection()) {
        const Flow flow{{ipAddress(socket->localAddress()), socket->localPort()},
                        {ipAddress(socket->peerAddress()), socket->peerPort()}};
        const auto found = m_entrants.find(flow);
        if (found == m_entrants.end()) {
            delete socket;
            continue;
        }
        Entrant entrant = std::move(found->second);
        m_entrants.erase(found);
        open(std::move(entrant), socket);
    }
}

void EchoServer::open(Entrant entrant, QWebSocket *socket)
{
    const IpAddress address = entrant.request.flow.remote.address;
    auto *connection = new EchoConnection(socket, entrant.visitor->release(), std::move(entrant.request));
    std::erase(m_waiting, entrant.visitor);
    entrant.visitor->deleteLater();
    connect(connection, &QObject::destroyed, this, [this, address] { m_sockets.leave(address); });
    // The last place may have been taken while the handshake ran, or the link's last use.
    const Admission admission =
        entrant.admission == Admission::Accept ? admissionFor(connection->request()) : entrant.admission;
    if (admission == Admission::Accept) {
        Q_EMIT opened(connection);
        return;
    }
    const bool forbidden = admission == Admission::Forbidden;
    const QString reason = forbidden ? QString::fromLatin1(invalidLink) : m_busyText;
    connection->setParent(this);
    connect(connection, &EchoConnection::left, connection, &QObject::deleteLater);
    connection->sendError(reason);
    connection->close(forbidden ? CloseCode::Policy : CloseCode::TryAgainLater, reason);
}

void EchoServer::drop(Visitor *visitor)
{
    std::erase(m_waiting, visitor);
    m_sockets.leave(visitor->flow().remote.address);
    const auto entrant = m_entrants.find(visitor->flow());
    if (entrant != m_entrants.end() && entrant->second.visitor == visitor)
        m_entrants.erase(entrant);
    visitor->disconnect(this);
    visitor->setParent(nullptr); // so that it is dropped once only
    visitor->deleteLater();
}

} // namespace parallax
