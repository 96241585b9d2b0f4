// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/echo/address_limit.h"

#include <QSslConfiguration>
#include <QTcpServer>

#include <chrono>
#include <optional>
#include <vector>

class QTcpSocket;

namespace parallax {

/// What a stranger may take of the page's server.
struct GuardLimits {
    std::chrono::milliseconds patience{4000}; // without a step forward
    std::chrono::milliseconds lifetime{60'000}; // of a connection in all
    qint64 bytesPerRequest = 8 * 1024;
    int sockets = 2048;
    int socketsPerAddress = 64;
    std::vector<IpAddress> fronts = loopbackAddresses(); // many may come from there
};

/// A listener that QHttpServer, which has no limits of its own, can be bound to: it counts the bytes of each
/// request and aborts sockets that are slow, talk too much or are too many.
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
