// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/web_origin.h"

#include <QRegularExpression>
#include <QUrl>

namespace parallax {

namespace {

constexpr qsizetype longestHost = 255;

/// The host without its port; empty when it holds anything that does not belong into a URL or a header.
QString hostIn(const QByteArray &header)
{
    static const QRegularExpression host(
        QStringLiteral("^(\\[[0-9A-Fa-f:.]+\\]|[0-9A-Za-z._-]+)(:[0-9]{1,5})?$"));
    if (header.size() > longestHost)
        return {};
    const auto match = host.match(QString::fromLatin1(header));
    return match.hasMatch() ? match.captured(1) : QString();
}

/// CSP has no way to write an IPv6 literal; the scheme alone is the narrowest source then.
QByteArray policySourceFor(const QByteArray &origin)
{
    return origin.contains('[') ? origin.left(origin.indexOf(':') + 1) : origin;
}

} // namespace

SocketPlace socketPlace(const SocketSettings &settings, const QByteArray &hostHeader)
{
    if (!settings.publicUrl.empty()) {
        QString given = QString::fromStdString(settings.publicUrl);
        while (given.endsWith(QLatin1Char('/')))
            given.chop(1);
        const QUrl url(given);
        const QByteArray origin =
            url.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
        return {url.toEncoded(QUrl::RemoveQuery | QUrl::RemoveFragment), policySourceFor(origin)};
    }
    const QString host = hostIn(hostHeader);
    if (host.isEmpty())
        return {};
    const QByteArray origin =
        (settings.secure ? "wss://" : "ws://") + host.toLatin1() + ':' + QByteArray::number(settings.port);
    return {origin, policySourceFor(origin)};
}

} // namespace parallax
