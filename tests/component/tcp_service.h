// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_board.h"
#include "core/timing/tcp_server.h"

#include <QTcpSocket>
#include <QTest>

namespace parallax {

/// A server whose updates are kept.
class TcpService
{
public:
    explicit TcpService(TcpClockLimits limits = {}, int threads = 2)
        : server(limits)
    {
        QObject::connect(&server, &TcpServer::updated, &server, [this](const QList<ClockUpdate> &updates) {
            for (const ClockUpdate &update : updates)
                board.apply(update);
        });
        server.start({.port = 0, .threads = threads});
    }

    std::uint16_t port() const { return board.tcpServer().serving()->port; }
    const TcpClockTotals &totals() const { return board.tcpServer().totals(); }
    TcpClockConnection connection(std::uint64_t number = 1) const
    {
        const auto &known = board.tcpServer().connections();
        return known.contains(number) ? known.at(number) : TcpClockConnection{};
    }

    TcpServer server;
    ClockBoard board;
};

/// A client that says what the test wants. The server accepts in this thread: waiting must let it.
struct Visitor {
    explicit Visitor(const TcpService &service)
    {
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), service.port());
        socket.waitForConnected();
    }
    QByteArray line()
    {
        const bool isThere = QTest::qWaitFor([this] { return socket.canReadLine(); });
        return isThere ? socket.readLine() : QByteArray();
    }
    QByteArray ask(const QByteArray &question)
    {
        socket.write(question);
        return line();
    }
    bool isCutOff()
    {
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; });
    }

    QTcpSocket socket;
};

} // namespace parallax
