// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/page_server.h"

#include <QTcpSocket>
#include <QTest>

#include <memory>

namespace parallax {

/// A page server on loopback.
struct Service {
    PageServer server{};
    quint16 port = 0;

    explicit Service(PageConfig config = {})
    {
        config.bind = QHostAddress(QHostAddress::LocalHost);
        config.port = 0;
        config.socket.port = 8080;
        const auto listening = server.listen(config);
        if (listening)
            port = listening.value();
    }

    std::unique_ptr<QTcpSocket> connected() const
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        return socket;
    }

    /// Everything that the server answers until it is silent or gone.
    QByteArray exchange(const QByteArray &request) const
    {
        const auto socket = connected();
        socket->write(request);
        const bool headOnly = request.startsWith("HEAD");
        const bool answered = QTest::qWaitFor([&] {
            const QByteArray answer = socket->peek(1 << 20);
            return headOnly ? answer.endsWith("\r\n\r\n") : complete(answer);
        });
        return answered ? socket->readAll() : QByteArray();
    }

    QByteArray get(const QByteArray &path, const QByteArray &headers = {},
                   const QByteArray &method = "GET") const
    {
        return exchange(method + ' ' + path + " HTTP/1.1\r\nHost: tester.example:8081\r\n" + headers
                        + "\r\n");
    }

    static bool complete(const QByteArray &answer)
    {
        const qsizetype end = answer.indexOf("\r\n\r\n");
        const qsizetype at = answer.indexOf("Content-Length: ");
        if (end < 0 || at < 0)
            return false;
        const qsizetype length = answer.mid(at + 16, answer.indexOf('\r', at) - at - 16).toLongLong();
        return answer.size() >= end + 4 + length;
    }
};

inline bool hasStatus(const QByteArray &answer, int status)
{
    return answer.startsWith("HTTP/1.1 " + QByteArray::number(status) + ' ');
}

} // namespace parallax
