// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address_limit.h"
#include "core/service/guard_limits.h"

#include <QSslConfiguration>
#include <QTcpServer>

#include <optional>

class QTcpSocket;

namespace parallax {

/// A listener that Qt's HTTP server, which has no limits of its own, can be bound to: it counts the bytes of
/// each request and aborts sockets that are slow, talk too much or are too many.
class GuardedServer : public QTcpServer
{
    Q_OBJECT

public:
    GuardedServer(const GuardLimits &limits, std::optional<QSslConfiguration> tls);

    /// More than the limit are open from this address: it deserves a 429.
    bool isCrowded(const IpAddress &address) const;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void watch(QTcpSocket *socket, qintptr descriptor, const IpAddress &address);

    GuardLimits m_limits;
    std::optional<QSslConfiguration> m_tls;
    AddressLimit m_sockets;
};

} // namespace parallax
