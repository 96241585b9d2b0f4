// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/base/result.h"

#include <QHostAddress>
#include <QtGlobal>

class QTcpServer;

namespace parallax {

/// Listens with a long backlog, and goes on after running out of descriptors, where Qt would stop for good.
/// The error: Unavailable (in use), InvalidArgument (no such address here), NotPermitted, Io.
Result<quint16> listenOn(QTcpServer &listener, const QHostAddress &address, quint16 port);

IpAddress ipAddress(const QHostAddress &address);

} // namespace parallax
