// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/update.h"
#include "core/service/guarded_server.h"
#include "core/service/pages.h"

#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>

#include <memory>
#include <optional>

class QHttpServer;
class QHttpServerRequest;
class QHttpServerResponder;

namespace parallax {

struct PageConfig {
    QHostAddress bind = QHostAddress(QHostAddress::Any); // both families
    quint16 port = 8081; // 0 picks a free one
    std::optional<QSslConfiguration> tls{}; // https; see core/echo/tls_files.h
    bool anonymous = false; // "/" is the page
    SocketSettings socket{};
    PageTickets tickets{};
    GuardLimits limits{};
};

/// Serves the tester's page. Lives in the web thread and learns of invitations by updates, as the window
/// does.
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

private:
    void answer(const QHttpServerRequest &request, QHttpServerResponder &responder);

    std::unique_ptr<QHttpServer> m_http;
    GuardedServer *m_listener = nullptr; // m_http's
    Pages m_pages;
};

} // namespace parallax
