// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address_limit.h"
#include "core/echo/echo_connection.h"
#include "core/echo/request_head.h"

#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>
#include <QWebSocketServer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

class QTcpServer;

namespace parallax {

class Visitor;

/// What happens to somebody who asks for a WebSocket.
enum class Admission : std::uint8_t {
    Accept,
    Forbidden, // 403
    Busy, // the WebSocket opens, says so and closes with 1013
};

/// Where testers' WebSockets arrive. It accepts the TCP connections itself, so that a stranger gets nothing
/// but a short answer, and hands only good requests on to QWebSocketServer.
class EchoServer : public QObject
{
    Q_OBJECT

public:
    struct Config {
        QHostAddress bind = QHostAddress(QHostAddress::Any); // both families
        quint16 port = 8080; // 0 picks a free one
        std::optional<QSslConfiguration> tls{}; // wss; see readTlsFiles()
        bool anonymous = false; // any path is good, without a token
        std::chrono::milliseconds requestTime{5000}; // from accept to the open WebSocket
        int maxSockets = 4096;
        int maxSocketsPerAddress = 64;
        std::vector<IpAddress> fronts = loopbackAddresses(); // many may come from there
    };
    using Admit = std::function<Admission(const EchoRequest &)>;

    explicit EchoServer(QObject *parent = nullptr);
    ~EchoServer() override;

    /// The port, or why not: Unavailable (in use), InvalidArgument (no such address here), NotPermitted.
    Result<quint16> listen(const Config &config);
    /// Stops listening and drops those who were not admitted yet; open connections are their owners'.
    void close();
    /// Asked for every request that has a token (or that needs none, in anonymous mode). Without it all are
    /// accepted in anonymous mode and none otherwise.
    void setAdmit(Admit admit) { m_admit = std::move(admit); }
    /// What Busy says to the tester.
    void setBusyText(const QString &text) { m_busyText = text; }

Q_SIGNALS:
    /// A tester's WebSocket is open. The receiver owns it.
    void opened(parallax::EchoConnection *connection);

private:
    /// Between the look at the request and the open WebSocket.
    struct Entrant {
        Visitor *visitor = nullptr;
        EchoRequest request{};
        Admission admission = Admission::Forbidden;
    };

    void welcome(qintptr descriptor);
    void judge(Visitor *visitor, const RequestHead &head);
    Admission admissionFor(const EchoRequest &request) const;
    void letIn(Visitor *visitor, EchoRequest request, Admission admission);
    void finishHandshake();
    void drop(Visitor *visitor);
    bool makeRoom();
    void open(Entrant entrant, QWebSocket *socket);

    Config m_config{};
    Admit m_admit;
    QString m_busyText =
        QStringLiteral("Busy: another tester is being measured. Please try again in a minute.");
    QTcpServer *m_listener;
    std::unique_ptr<QWebSocketServer> m_handshakes;
    AddressLimit m_sockets;
    std::deque<Visitor *> m_waiting; // for their request or handshake, in the order of their coming
    std::unordered_map<Flow, Entrant> m_entrants;
};

} // namespace parallax
