// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/echo/request_head.h"

#include "core/echo/message.h"

#include <QList>

#include <algorithm>
#include <array>

namespace parallax {

namespace {

constexpr qsizetype longestUserAgent = 512;
constexpr int mostHeaders = 100;
constexpr std::size_t longestToken = 128;
constexpr std::array<const char *, 4> forwardingNames{"via", "forwarded", "x-forwarded-for", "x-real-ip"};

Error malformed(const char *what)
{
    return {ErrorCode::Malformed, what};
}

void addHeader(RequestHead &head, const QByteArray &name, const QByteArray &value)
{
    if (name == "user-agent")
        head.userAgent = tameText(QString::fromUtf8(value), longestUserAgent);
    else if (name == "upgrade")
        head.webSocketUpgrade = value.toLower() == "websocket";
    else if (isForwardingHeader(name))
        head.forwardingHeaders.push_back(name.toStdString());
}

} // namespace

bool isForwardingHeader(const QByteArray &name)
{
    return std::find(forwardingNames.begin(), forwardingNames.end(), name) != forwardingNames.end();
}

Result<RequestHead> parseRequestHead(const QByteArray &head)
{
    if (head.size() > longestRequestHead)
        return malformed("a request head longer than 8 KiB");
    QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> request = lines.takeFirst().trimmed().split(' ');
    if (request.size() != 3 || !request[1].startsWith('/') || !request[2].startsWith("HTTP/1."))
        return malformed("not an HTTP request");
    if (lines.size() > mostHeaders)
        return malformed("a request with too many headers");
    RequestHead parsed;
    parsed.method = request[0].toStdString();
    parsed.path = request[1].split('?').first().toStdString();
    for (const QByteArray &line : lines) {
        if (line.trimmed().isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return malformed("a request with a damaged header");
        addHeader(parsed, line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    return parsed;
}

std::string tokenIn(const std::string &path, const std::string &prefix)
{
    if (path.compare(0, prefix.size(), prefix) != 0)
        return {};
    std::string token = path.substr(prefix.size());
    return token.size() > longestToken || token.find('/') != std::string::npos ? std::string{} : token;
}

} // namespace parallax
