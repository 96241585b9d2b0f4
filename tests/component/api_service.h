// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fake_hub.h"
#include "page_service.h"

#include <QJsonDocument>
#include <QJsonObject>

inline const std::string apiToken = "a-token-of-22-letters_";
inline const QByteArray localHost = "Host: localhost:8081\r\n";

inline parallax::PageConfig configured(parallax::ApiLimits limits = {})
{
    parallax::PageConfig config;
    config.api = {.token = apiToken, .grantCommand = "sudo setcap cap_net_raw+ep me", .limits = limits};
    return config;
}

/// The API on loopback, with somebody who plays the measuring side.
struct Api4Test {
    parallax::Service service;
    parallax::FakeHub hub{service.server};

    explicit Api4Test(parallax::PageConfig config = configured())
        : service(std::move(config))
    {
    }

    /// A request of this machine's user that is not answered yet.
    std::unique_ptr<QTcpSocket> asked(const QByteArray &path, const QByteArray &method = "GET") const
    {
        auto socket = service.connected();
        socket->write(method + ' ' + path + " HTTP/1.1\r\n" + localHost + "\r\n");
        return socket;
    }
    QByteArray get(const QByteArray &path, const QByteArray &method = "GET") const
    {
        return service.exchange(method + ' ' + path + " HTTP/1.1\r\n" + localHost + "\r\n");
    }
    QByteArray post(const QByteArray &body, const QByteArray &type = "application/json") const
    {
        return service.exchange("POST /api/v1/traces HTTP/1.1\r\n" + localHost + "Content-Type: " + type
                                + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
                                + body);
    }
    /// Begins a trace by POST; its path.
    QByteArray begun() const
    {
        return json(post(R"({"target":"a.example"})"))[QStringLiteral("url")].toString().toLatin1();
    }

    static QJsonObject json(const QByteArray &answer)
    {
        return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
    }
    static QString error(const QByteArray &answer)
    {
        return json(answer)[QStringLiteral("error")].toString();
    }
};

/// All that comes until the server closes.
inline QByteArray wholeOf(QTcpSocket &socket)
{
    const bool closed = QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; });
    return closed ? socket.readAll() : QByteArray();
}
