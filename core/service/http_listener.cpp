// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/http_listener.h"

#include <QHttpServerRequest>
#include <QTcpSocket>

namespace parallax {

void HttpListener::leaveTo(QTcpSocket &socket)
{
    disconnect(&socket, &QTcpSocket::readyRead, this, nullptr);
}

/// Every request is "missing": an upgrade to WebSocket would otherwise come twice (Qt 6.4).
bool HttpListener::handleRequest(const QHttpServerRequest & /*request*/, QTcpSocket * /*socket*/)
{
    return false;
}

void HttpListener::missingHandler(const QHttpServerRequest &request, QTcpSocket *socket)
{
    m_handler(request, *socket);
}

} // namespace parallax
