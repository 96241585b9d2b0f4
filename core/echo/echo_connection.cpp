// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/echo/echo_connection.h"

#include "core/base/random.h"

#include <QSslSocket>
#include <QTimer>
#include <QWebSocket>

#include <algorithm>

namespace parallax {

namespace {

constexpr quint64 longestFrame = 4096;
constexpr int mostBadPongs = 20;
constexpr std::size_t mostOutstanding = 1024;
constexpr qint64 mostUnsent = 64 * 1024; // a peer that does not read holds no more of our memory
constexpr std::chrono::seconds closingTime{3};

// What an honest page may say: a little at the start, an answer to each ping, a trickle beside them.
constexpr qint64 bytesFree = 64 * 1024;
constexpr qint64 bytesPerPing = 1024;
constexpr qint64 bytesPerSecond = 2048;
constexpr qint64 messagesFree = 64;
constexpr qint64 messagesPerSecond = 4;
constexpr unsigned readsBetweenChecks =
    8; // of at most 16 KiB (Visitor); asking the kernel costs as much as reading

/// What QWebSocket itself closes a connection for.
std::string foundByQt(QWebSocketProtocol::CloseCode code)
{
    switch (code) {
    case QWebSocketProtocol::CloseCodeTooMuchData:
        return "A message was too long.";
    case QWebSocketProtocol::CloseCodeWrongDatatype:
        return "A message was not UTF-8.";
    case QWebSocketProtocol::CloseCodeProtocolError:
        return "A frame was malformed.";
    default:
        return {};
    }
}

QByteArray payloadOf(std::uint64_t nonce)
{
    return QByteArray::number(static_cast<qulonglong>(nonce), 16);
}

} // namespace

EchoConnection::EchoConnection(QWebSocket *socket, QTcpSocket *transport, EchoRequest request)
    : m_socket(socket)
    , m_transport(transport)
    , m_request(std::move(request))
{
    m_socket->setParent(this);
    m_transport->setParent(m_socket); // Qt leaves it without an owner
    m_socket->setMaxAllowedIncomingFrameSize(longestFrame);
    m_socket->setMaxAllowedIncomingMessageSize(longestFrame);
    m_age.start();
    connect(m_transport, &QTcpSocket::readyRead, this, &EchoConnection::checkVolume);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &EchoConnection::readText);
    connect(m_socket, &QWebSocket::pong, this,
            [this](quint64, const QByteArray &payload) { readControl(payload); });
    connect(m_socket, &QWebSocket::binaryFrameReceived, this,
            [this] { throwOut(CloseCode::Binary, "Only text messages are understood."); });
    connect(m_socket, &QWebSocket::disconnected, this, &EchoConnection::leave);
}

EchoConnection::~EchoConnection()
{
    m_gone = true; // nothing is said about a connection that its owner has let go
    m_socket->disconnect(this);
}

Result<void> EchoConnection::send(const Probe &probe)
{
    if (m_gone || m_socket->state() != QAbstractSocket::ConnectedState)
        return Error{ErrorCode::Unavailable, "The tester has left."};
    if (probe.method != Method::WebSocketText && probe.method != Method::WebSocketControl)
        return Error{ErrorCode::InvalidArgument, "A WebSocket carries only pings."};
    const std::uint64_t nonce = randomNonce();
    m_outstanding.push_back({nonce, probe.method, probe.id});
    if (m_outstanding.size() > mostOutstanding)
        m_outstanding.pop_front();
    ++m_pingsSent;
    if (probe.method == Method::WebSocketText) {
        sendText(pingMessage(nonce));
        return {};
    }
    m_socket->ping(payloadOf(nonce));
    m_socket->flush(); // header and payload lie in Qt's buffer together: one write, one segment
    return {};
}

std::vector<Reply> EchoConnection::take()
{
    return std::exchange(m_replies, {});
}

std::optional<TcpInfo> EchoConnection::tcp() const
{
    return m_gone ? std::nullopt : tcpInfo(m_request.descriptor);
}

void EchoConnection::sendProgress(double done, const QString &text, std::optional<Duration> minimum)
{
    sendText(progressMessage(done, text, minimum));
}

void EchoConnection::sendResult(const QJsonObject &data)
{
    sendText(resultMessage(data));
}

void EchoConnection::sendError(const QString &text)
{
    sendText(errorMessage(text));
}

void EchoConnection::close(CloseCode code, const QString &reason)
{
    if (m_gone)
        return;
    m_socket->close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
    // A peer that reads nothing would keep the closing socket for ever.
    QTimer::singleShot(closingTime, this, &EchoConnection::abort);
}

void EchoConnection::readText(const QString &text)
{
    const Timestamp received = wallClock();
    if (m_gone)
        return;
    const auto message = parseMessage(text.toUtf8());
    if (!message)
        return countBadPong();
    if (const auto *pong = std::get_if<Pong>(&message.value()))
        return answered(pong->nonce, Method::WebSocketText, received);
    if (++m_messages > messagesFree + messagesPerSecond * m_age.elapsed() / 1000)
        return throwOut(CloseCode::Policy, "Too many messages.");
    handle(message.value());
}

void EchoConnection::readControl(const QByteArray &payload)
{
    const Timestamp received = wallClock();
    bool isNumber = false;
    const std::uint64_t nonce = payload.toULongLong(&isNumber, 16);
    if (!isNumber || payload != payloadOf(nonce))
        return countBadPong();
    answered(nonce, Method::WebSocketControl, received);
}

void EchoConnection::handle(const Message &message)
{
    if (const auto *greeting = std::get_if<Hello>(&message))
        Q_EMIT hello(*greeting);
    if (const auto *visibility = std::get_if<Visibility>(&message))
        Q_EMIT visibilityChanged(visibility->visible);
}

void EchoConnection::answered(std::uint64_t nonce, Method method, Timestamp received)
{
    const auto ping =
        std::find_if(m_outstanding.begin(), m_outstanding.end(), [&](const Outstanding &candidate) {
            return candidate.nonce == nonce && candidate.method == method;
        });
    if (ping == m_outstanding.end())
        return countBadPong();
    m_replies.push_back({.id = ping->probe,
                         .kind = ReplyKind::Pong,
                         .from = m_request.flow.remote.address,
                         .received = received});
    if (const auto info = tcp())
        Q_EMIT pongRead({ping->probe, static_cast<std::uint64_t>(info->bytesReceived)});
    m_outstanding.erase(ping);
    Q_EMIT replied();
}

void EchoConnection::countBadPong()
{
    if (++m_badPongs == mostBadPongs)
        throwOut(CloseCode::Policy, "Too many answers to questions that were not asked.");
}

void EchoConnection::checkVolume()
{
    if (unsent() > mostUnsent)
        return abort();
    if (++m_reads % readsBetweenChecks != 0)
        return;
    const qint64 allowed = bytesFree + bytesPerPing * m_pingsSent + bytesPerSecond * m_age.elapsed() / 1000;
    const auto info = tcp(); // counts control frames too, which QWebSocket answers without a word
    if (info && info->bytesReceived > allowed)
        throwOut(CloseCode::Policy, "Too much data.");
}

qint64 EchoConnection::unsent() const
{
    const auto *encrypted = qobject_cast<const QSslSocket *>(m_transport);
    return m_transport->bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0);
}

void EchoConnection::throwOut(CloseCode code, const char *breach)
{
    m_breach = breach;
    close(code, QString::fromLatin1(breach));
}

void EchoConnection::abort()
{
    m_socket->abort();
    leave();
}

void EchoConnection::sendText(const QByteArray &message)
{
    if (m_gone)
        return;
    m_socket->sendTextMessage(QString::fromUtf8(message));
    m_socket->flush();
    if (unsent() > mostUnsent)
        abort();
}

void EchoConnection::leave()
{
    if (m_gone)
        return;
    m_gone = true;
    if (m_breach.empty())
        m_breach = foundByQt(m_socket->closeCode());
    Q_EMIT left();
}

} // namespace parallax
