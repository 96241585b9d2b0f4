// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QtGlobal>

#include <string>

namespace parallax {

/// Where the page finds its WebSocket.
struct SocketPlace {
    QByteArray url{}; // without the path: ws://192.0.2.7:8080
    QByteArray policySource{}; // the same for a Content-Security-Policy
};

/// What the page's server knows of the WebSocket's.
struct SocketSettings {
    quint16 port = 8080;
    bool secure = false;
    std::string publicUrl{}; // wins when set
};

/// The socket is on the host that the browser asked for, by its Host header. Empty when that header is
/// damaged.
SocketPlace socketPlace(const SocketSettings &settings, const QByteArray &hostHeader);

} // namespace parallax
