// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractHttpServer>

#include <functional>

class QHttpServerRequest;
class QTcpSocket;

namespace parallax {

/// Qt's parser of HTTP requests, without its routes and responders: a request is handed over with its socket,
/// since an answer may come long after the request and the socket says when nobody waits for it any more.
class HttpListener : public QAbstractHttpServer
{
public:
    using Handler = std::function<void(const QHttpServerRequest &, QTcpSocket &)>;

    explicit HttpListener(Handler handler)
        : m_handler(std::move(handler))
    {
    }

    /// Reads no further request from this connection.
    void leaveTo(QTcpSocket &socket);

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    Handler m_handler;
};

} // namespace parallax
