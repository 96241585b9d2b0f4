// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/base/result.h"

#include <QJsonObject>

#include <string>

namespace parallax {

// What the clock servers print about where they listen.

QJsonObject listeningObject(const SocketAddress &address);
/// Why it cannot listen, with the cure; `protocol` is "UDP" or "TCP".
std::string listenTrouble(const Error &error, const std::string &protocol, const SocketAddress &wanted);

} // namespace parallax
