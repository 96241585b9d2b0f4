// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/page_server.h"

#include "core/echo/listening.h"
#include "core/echo/request_head.h"
#include "core/service/held_answer.h"

#include <QHttpServerRequest>
#include <QTcpSocket>

#include <algorithm>

namespace parallax {

namespace {

constexpr qint64 mostUnsent = 64 * 1024; // before a further request is answered

ApiMethod methodOf(const QHttpServerRequest &request)
{
    switch (request.method()) {
    case QHttpServerRequest::Method::Get:
    case QHttpServerRequest::Method::Head:
        return ApiMethod::Get;
    case QHttpServerRequest::Method::Post:
        return ApiMethod::Post;
    case QHttpServerRequest::Method::Delete:
        return ApiMethod::Delete;
    default:
        return ApiMethod::Other;
    }
}

QByteArray pathOf(const QHttpServerRequest &request)
{
    return request.url().path(QUrl::FullyEncoded).toLatin1();
}

AccessFacts accessFacts(const QHttpServerRequest &request)
{
    const auto headers = request.headers();
    return {.peer = ipAddress(request.remoteAddress()),
            .host = request.value("Host"),
            .origin = request.value("Origin"),
            .fetchSite = request.value("Sec-Fetch-Site"),
            .authorization = request.value("Authorization"),
            .forwarded = std::any_of(headers.begin(), headers.end(), [](const auto &header) {
                return isForwardingHeader(header.first.toLower());
            })};
}

ApiCall apiCall(const QHttpServerRequest &request)
{
    return {.method = methodOf(request),
            .path = pathOf(request),
            .query = request.url().query(QUrl::FullyEncoded).toLatin1(),
            .contentType = request.value("Content-Type"),
            .body = request.body(),
            .from = accessFacts(request),
            .now = wallClock()};
}

/// Qt's parser takes what it cannot read for no body, and sees no contradiction in two ways to say its
/// length.
bool saysItsLength(const QHttpServerRequest &request)
{
    constexpr qsizetype mostDigits = 18; // of what 64 bits hold
    const QByteArray length = request.value("Content-Length");
    if (length.isEmpty())
        return true;
    return length.size() <= mostDigits && request.value("Transfer-Encoding").isEmpty()
        && std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Qt's parser drops all headers where one is damaged or there are too many, the body's length with them:
/// what follows may be that body, which nobody must take for a request.
bool isDamaged(const QHttpServerRequest &request)
{
    return request.value("Host").isEmpty() || !saysItsLength(request);
}

/// Qt closes the connection after any answer to such a request.
bool isWebSocket(const QHttpServerRequest &request)
{
    return request.value("Upgrade").toLower() == "websocket"
        && request.value("Connection").toLower().contains("upgrade");
}

} // namespace

PageServer::PageServer(QObject *parent)
    : QObject(parent)
    , m_api(this)
{
    connect(&m_api.desk(), &TraceDesk::traceRequested, this, &PageServer::traceRequested);
    connect(&m_api.desk(), &TraceDesk::traceCloseRequested, this, &PageServer::traceCloseRequested);
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
    m_pages.configure(config.anonymous, std::move(socket), config.runs);
    m_pages.setTickets(config.tickets);
    m_api.configure(config.api);
    m_http = std::make_unique<HttpListener>(
        [this](const QHttpServerRequest &request, QTcpSocket &from) { answer(request, from); });
    m_listener = listener.release();
    m_http->bind(m_listener); // and owns it
    return port.value();
}

void PageServer::close()
{
    m_api.desk().closeAll();
    m_listener = nullptr;
    m_http.reset();
}

void PageServer::apply(const QList<Update> &updates)
{
    const Timestamp now = wallClock();
    for (const Update &update : updates) {
        m_pages.apply(update, now);
        m_api.apply(update, now);
    }
}

void PageServer::answer(const QHttpServerRequest &request, QTcpSocket &socket)
{
    if (unsentOn(socket) > mostUnsent) {
        cutOff(socket);
        return;
    }
    const bool withBody = request.method() != QHttpServerRequest::Method::Head;
    const ApiOutcome outcome = outcomeOf(request);
    const auto *answer = std::get_if<HttpAnswer>(&outcome);
    if (!answer) {
        hold(outcome, socket, withBody);
        return;
    }
    const auto *guard = socket.findChild<SocketGuard *>();
    const bool closes = isDamaged(request) || isWebSocket(request)
        || request.value("Connection").toLower() == "close" || guard->isOld();
    if (closes)
        m_http->leaveTo(socket); // or what has come already would still be a request
    m_api.metrics().countAnswer(answer->status);
    writeAnswer(socket, *answer, withBody, closes);
}

ApiOutcome PageServer::outcomeOf(const QHttpServerRequest &request)
{
    if (isDamaged(request))
        return errorAnswer(400, QStringLiteral("the header is damaged, has too many fields or no Host"));
    if (isWebSocket(request))
        return errorAnswer(400, QStringLiteral("there is no WebSocket at this port"));
    if (!Api::owns(pathOf(request)))
        return pageFor(request);
    if (m_listener->isCrowded(ipAddress(request.remoteAddress())))
        return Api::tooManyConnections();
    return m_api.answer(apiCall(request));
}

HttpAnswer PageServer::pageFor(const QHttpServerRequest &request)
{
    const PageRequest asked{.path = pathOf(request),
                            .host = request.value("Host"),
                            .acceptLanguage = request.value("Accept-Language"),
                            .from = ipAddress(request.remoteAddress()),
                            .now = wallClock()};
    if (m_listener->isCrowded(asked.from))
        return Pages::tooMany(asked);
    return methodOf(request) == ApiMethod::Get ? m_pages.answer(asked) : Pages::notAllowed(asked);
}

/// Of somebody who asks on without reading what was answered.
void PageServer::cutOff(QTcpSocket &socket)
{
    m_http->leaveTo(socket);
    // Not at once: Qt's server is still busy with it.
    QMetaObject::invokeMethod(&socket, &QTcpSocket::abort, Qt::QueuedConnection);
}

void PageServer::hold(const ApiOutcome &outcome, QTcpSocket &socket, bool withBody)
{
    m_http->leaveTo(socket); // one answer, and then it is closed
    auto *answer = new HeldAnswer(&socket, socket.findChild<SocketGuard *>(), withBody);
    connect(answer, &HeldAnswer::answered, this, [this](int status) { m_api.metrics().countAnswer(status); });
    if (const auto *events = std::get_if<AnswerByEvents>(&outcome))
        m_api.desk().stream(events->trace, answer);
    if (const auto *atEnd = std::get_if<AnswerAtEnd>(&outcome))
        m_api.desk().answerAtEnd(atEnd->trace, atEnd->shape, answer);
}

} // namespace parallax
