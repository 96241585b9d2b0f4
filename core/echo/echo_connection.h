// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/echo/message.h"
#include "core/echo/socket_facts.h"
#include "core/probe/wire.h"

#include <QElapsedTimer>
#include <QObject>

#include <deque>
#include <optional>
#include <string>
#include <vector>

class QTcpSocket;
class QWebSocket;

namespace parallax {

/// What a tester asked for when its socket was opened.
struct EchoRequest {
    Flow flow{};
    qintptr descriptor = -1;
    std::string token{}; // empty when the path holds none: anonymous
    std::string path{};
    std::string userAgent{};
    std::vector<std::string> forwardingHeaders{}; // names, in lower case
    bool secure = false;
};

/// The close codes that are used (RFC 6455, 7.4.1, and the IANA registry).
enum class CloseCode : std::uint16_t {
    Normal = 1000,
    GoingAway = 1001,
    Binary = 1003,
    Policy = 1008,
    TooBig = 1009,
    Internal = 1011,
    TryAgainLater = 1013,
};

/// A ping's answer was read, when the kernel had received so many bytes of the connection.
struct PongRead {
    ProbeId id{};
    std::uint64_t bytesReceived = 0;
};

/// One tester's WebSocket. Pings go out and pongs come back as on any other wire; a ping leaves at once in
/// one segment. Whoever holds it deletes it, by deleteLater() after left() at the latest.
class EchoConnection : public QObject, public Wire
{
    Q_OBJECT

public:
    /// Takes the WebSocket and the TCP socket below it.
    EchoConnection(QWebSocket *socket, QTcpSocket *transport, EchoRequest request);
    ~EchoConnection() override;

    const EchoRequest &request() const { return m_request; }
    /// Sends a ping: Method::WebSocketText or Method::WebSocketControl. Its nonce is chosen here.
    Result<void> send(const Probe &probe) override;
    /// Pongs, each stamped when it was read.
    std::vector<Reply> take() override;
    std::optional<TcpInfo> tcp() const;
    /// Pongs that answer nothing: wrong, replayed, unsolicited or malformed.
    int badPongs() const { return m_badPongs; }
    /// Which limit or rule the tester broke, so that it was thrown out; empty when none.
    const std::string &breach() const { return m_breach; }

    /// The page shows the text and, when given, the shortest round trip so far.
    void sendProgress(double done, const QString &text, std::optional<Duration> minimum = {});
    void sendResult(const QJsonObject &data);
    void sendError(const QString &text);
    void close(CloseCode code, const QString &reason);

Q_SIGNALS:
    void replied(); // take() has something
    void pongRead(const parallax::PongRead &pong); // before replied()
    void hello(const parallax::Hello &hello);
    void visibilityChanged(bool visible);
    void left(); // once, whoever closed

private:
    /// A ping that has not been answered.
    struct Outstanding {
        std::uint64_t nonce;
        Method method;
        ProbeId probe;
    };

    void readText(const QString &text);
    void readControl(const QByteArray &payload);
    void handle(const Message &message);
    void answered(std::uint64_t nonce, Method method, Timestamp received);
    void countBadPong();
    void checkVolume();
    /// Bytes that wait for the peer to read.
    qint64 unsent() const;
    void throwOut(CloseCode code, const char *breach);
    void sendText(const QByteArray &message);
    void abort();
    void leave();

    QWebSocket *m_socket;
    QTcpSocket *m_transport;
    EchoRequest m_request;
    std::deque<Outstanding> m_outstanding;
    std::vector<Reply> m_replies;
    QElapsedTimer m_age;
    qint64 m_pingsSent = 0;
    qint64 m_messages = 0; // other than pongs
    unsigned m_reads = 0;
    int m_badPongs = 0;
    std::string m_breach;
    bool m_gone = false;
};

} // namespace parallax
