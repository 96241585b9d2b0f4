// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/echo/echo_server.h"

#include <QJsonDocument>
#include <QWebSocket>

#include <memory>
#include <vector>

inline const QString goodToken = QStringLiteral("a-good-token");
inline const QString goodPath = QStringLiteral("/ws/a-good-token");

/// A browser without a page: keeps what it gets, answers pings as the original page does.
struct Client {
    QWebSocket socket{};
    QList<QJsonObject> messages{};
    bool answersPings = true;

    Client()
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [this](const QString &text) {
            messages << QJsonDocument::fromJson(text.toUtf8()).object();
            const QJsonObject &message = messages.last();
            if (answersPings && message[QStringLiteral("type")] == QStringLiteral("ping"))
                pong(message[QStringLiteral("timestamp")]);
        });
    }

    void pong(const QJsonValue &timestamp)
    {
        say({{QStringLiteral("type"), QStringLiteral("pong")}, {QStringLiteral("timestamp"), timestamp}});
    }

    void say(const QJsonObject &message)
    {
        socket.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
    }

    int closeCode() const { return static_cast<int>(socket.closeCode()); }
};

/// An echo server on loopback that lets `goodToken` in, and the connections that it opened.
struct EchoService {
    parallax::EchoServer server{};
    std::vector<std::unique_ptr<parallax::EchoConnection>> connections{};
    parallax::Admission admission = parallax::Admission::Accept;
    quint16 port = 0;
    bool secure = false;

    explicit EchoService(parallax::EchoServer::Config config = {})
        : secure(config.tls.has_value())
    {
        config.bind = QHostAddress(QHostAddress::LocalHost);
        config.port = 0;
        const bool anonymous = config.anonymous;
        server.setAdmit([this, anonymous](const parallax::EchoRequest &request) {
            const bool invited = anonymous || request.token == goodToken.toStdString();
            return invited ? admission : parallax::Admission::Forbidden;
        });
        QObject::connect(
            &server, &parallax::EchoServer::opened, &server,
            [this](parallax::EchoConnection *connection) { connections.emplace_back(connection); });
        const auto listening = server.listen(config);
        if (listening)
            port = listening.value();
    }

    QUrl url(const QString &path) const
    {
        return QUrl(QStringLiteral("%1://localhost:%2%3")
                        .arg(secure ? QStringLiteral("wss") : QStringLiteral("ws"))
                        .arg(port)
                        .arg(path));
    }

    parallax::EchoConnection &connection() { return *connections.back(); }
};
