// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/update.h"
#include "core/service/api.h"
#include "core/service/guarded_server.h"
#include "core/service/http_listener.h"
#include "core/service/pages.h"

#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>

#include <memory>
#include <optional>

class QHttpServerRequest;
class QTcpSocket;

namespace parallax {

struct PageConfig {
    QHostAddress bind = QHostAddress(QHostAddress::Any); // both families
    quint16 port = 8081; // 0 picks a free one
    std::optional<QSslConfiguration> tls{}; // https; see core/echo/tls_files.h
    bool anonymous = false; // "/" is the page
    int runs = 1; // of each visit
    SocketSettings socket{};
    PageTickets tickets{};
    GuardLimits limits{};
    ApiConfig api{};
};

/// Serves the tester's page and the API. Lives in the web thread and learns of everything by updates, as the
/// window does.
class PageServer : public QObject
{
    Q_OBJECT

public:
    explicit PageServer(QObject *parent = nullptr);
    ~PageServer() override;

    /// The port, or why not: Unavailable (in use), InvalidArgument (no such address here), NotPermitted.
    Result<quint16> listen(const PageConfig &config);
    void close();
    void apply(const QList<parallax::Update> &updates);

Q_SIGNALS:
    /// Somebody asks for a trace over HTTP.
    void traceRequested(parallax::TraceId trace, const parallax::TraceRequest &request);
    void traceCloseRequested(parallax::TraceId trace);

private:
    void answer(const QHttpServerRequest &request, QTcpSocket &socket);
    ApiOutcome outcomeOf(const QHttpServerRequest &request);
    HttpAnswer pageFor(const QHttpServerRequest &request);
    void cutOff(QTcpSocket &socket);
    void hold(const ApiOutcome &outcome, QTcpSocket &socket, bool withBody);

    Pages m_pages;
    Api m_api;
    std::unique_ptr<HttpListener> m_http; // goes before what it answers from
    GuardedServer *m_listener = nullptr; // m_http's
};

} // namespace parallax
