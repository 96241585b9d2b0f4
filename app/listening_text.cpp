// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/listening_text.h"

namespace parallax {

QJsonObject listeningObject(const SocketAddress &address)
{
    return {{QStringLiteral("event"), QStringLiteral("listening")},
            {QStringLiteral("address"), QString::fromStdString(address.address.toString())},
            {QStringLiteral("port"), address.port}};
}

std::string listenTrouble(const Error &error, const std::string &protocol, const SocketAddress &wanted)
{
    if (error.code == ErrorCode::Unavailable)
        return protocol + " port " + std::to_string(wanted.port) + " is in use: name another with --port";
    if (error.code == ErrorCode::InvalidArgument)
        return wanted.address.toString() + " is not an address of this machine";
    return error.message;
}

} // namespace parallax
