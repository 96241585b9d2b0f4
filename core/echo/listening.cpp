// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/echo/listening.h"

#include "core/base/descriptor_limit.h"
#include "core/base/failure.h"

#include <QTcpServer>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <iterator>

namespace parallax {

namespace {

constexpr int backlog = 4096;
constexpr std::chrono::milliseconds resumeDelay{500};

Error listenError(const QTcpServer &listener, quint16 port)
{
    const std::string number = std::to_string(port);
    switch (listener.serverError()) {
    case QAbstractSocket::AddressInUseError:
        return failure(
            ErrorCode::Unavailable,
            QT_TRANSLATE_NOOP("Reasons",
                              "Another program already uses port %1; stop it or choose another port."),
            {number});
    case QAbstractSocket::SocketAddressNotAvailableError:
        return {ErrorCode::InvalidArgument,
                QT_TRANSLATE_NOOP("Reasons", "The address to listen on is none of this machine's.")};
    case QAbstractSocket::SocketAccessError:
        return failure(
            ErrorCode::NotPermitted,
            QT_TRANSLATE_NOOP("Reasons", "Listening on port %1 is not permitted; choose one above 1023."),
            {number});
    default:
        return failure(ErrorCode::Io, QT_TRANSLATE_NOOP("Reasons", "Cannot listen on port %1: %2."),
                       {number, listener.errorString().toStdString()});
    }
}

} // namespace

Result<quint16> listenOn(QTcpServer &listener, const QHostAddress &address, quint16 port)
{
    allowManyDescriptors();
    listener.setListenBacklogSize(backlog);
    if (!listener.listen(address, port))
        return listenError(listener, port);
    QTcpServer *const server = &listener;
    QObject::connect(server, &QTcpServer::acceptError, server, [server] {
        QTimer::singleShot(resumeDelay, server, [server] { server->resumeAccepting(); });
    });
    return listener.serverPort();
}

IpAddress ipAddress(const QHostAddress &address)
{
    const Q_IPV6ADDR qt = address.toIPv6Address(); // IPv4 comes v4-mapped, as in IpAddress
    IpAddress::Bytes bytes{};
    std::copy(std::begin(qt.c), std::end(qt.c), bytes.begin());
    return IpAddress::fromBytes(bytes);
}

} // namespace parallax
