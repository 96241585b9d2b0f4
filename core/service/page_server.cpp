// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/page_server.h"

#include "core/echo/listening.h"

#include <QHttpServer>

namespace parallax {

namespace {

void send(QHttpServerResponder &responder, const PageAnswer &answer, bool withBody)
{
    responder.writeStatusLine(static_cast<QHttpServerResponder::StatusCode>(answer.status));
    responder.writeHeader("Content-Type", answer.type);
    responder.writeHeader("Content-Length", QByteArray::number(answer.body.size()));
    for (const auto &[name, value] : answer.headers)
        responder.writeHeader(name, value);
    responder.writeBody(withBody ? answer.body : QByteArray());
}

} // namespace

PageServer::PageServer(QObject *parent)
    : QObject(parent)
{
}

PageServer::~PageServer() = default;

Result<quint16> PageServer::listen(const PageConfig &config)
{
    close();
    auto listener = std::make_unique<GuardedServer>(config.limits, config.tls);
    const auto port = listenOn(*listener, config.bind, config.port);
    if (!port)
        return port.error();
    SocketSettings socket = config.socket;
    socket.secure = config.tls.has_value(); // both servers have the certificate or neither
    m_pages.configure(config.anonymous, std::move(socket));
    m_pages.setTickets(config.tickets);
    m_http = std::make_unique<QHttpServer>();
    m_http->setMissingHandler([this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        answer(request, responder);
    });
    m_listener = listener.release();
    m_http->bind(m_listener); // and owns it
    return port.value();
}

void PageServer::close()
{
    m_listener = nullptr;
    m_http.reset();
}

void PageServer::apply(const QList<Update> &updates)
{
    for (const Update &update : updates)
        m_pages.apply(update, wallClock());
}

void PageServer::answer(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    const PageRequest asked{.path = request.url().path(QUrl::FullyEncoded).toLatin1(),
                            .host = request.value("Host"),
                            .acceptLanguage = request.value("Accept-Language"),
                            .from = ipAddress(request.remoteAddress()),
                            .now = wallClock()};
    const bool head = request.method() == QHttpServerRequest::Method::Head;
    PageAnswer answer;
    if (m_listener->isCrowded(asked.from))
        answer = Pages::tooMany(asked);
    else if (head || request.method() == QHttpServerRequest::Method::Get)
        answer = m_pages.answer(asked);
    else
        answer = Pages::notAllowed(asked);
    send(responder, answer, !head);
}

} // namespace parallax
