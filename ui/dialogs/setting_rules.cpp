// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/setting_rules.h"

#include "core/base/ip_address.h"
#include "core/data/fingerprints.h"
#include "core/data/settings.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

namespace parallax {

namespace {

constexpr qint64 largestTable = 2 << 20; // the parser's own limit is below

QString say(const char *text)
{
    return QCoreApplication::translate("SettingRules", text);
}

bool isAddress(const std::string &text)
{
    return text.empty() || static_cast<bool>(IpAddress::parse(text));
}

bool isUrl(const std::string &text, const QStringList &schemes)
{
    if (text.empty())
        return true;
    const QString given = QString::fromStdString(text);
    const QUrl url(given, QUrl::StrictMode);
    const bool begins = given.startsWith(url.scheme() + QLatin1String("://")); // QUrl's is in small letters
    return url.isValid() && begins && schemes.contains(url.scheme()) && !url.host().isEmpty();
}

bool isReadable(const std::string &file)
{
    const QFileInfo found(QString::fromStdString(file));
    return file.empty() || (found.isFile() && found.isReadable());
}

/// Empty where the table can be used; the next start would not begin with another.
QString problemOfTable(const std::string &path)
{
    if (path.empty())
        return {};
    QFile file(QString::fromStdString(path));
    if (!isReadable(path) || !file.open(QIODevice::ReadOnly)) // opening a pipe would wait for its writer
        return say(QT_TRANSLATE_NOOP("SettingRules", "This file cannot be read."));
    const auto parsed = parseFingerprints(file.read(largestTable).toStdString());
    return parsed ? QString()
                  : say(QT_TRANSLATE_NOOP("SettingRules", "This is no table of fingerprints: %1"))
                        .arg(QString::fromStdString(parsed.error().message));
}

} // namespace

std::map<std::string_view, QString> problemsOf(const Config &config)
{
    const ServiceConfig &service = config.service;
    std::map<std::string_view, QString> problems;
    const auto expect = [&](bool holds, std::string_view setting, const char *otherwise) {
        if (!holds)
            problems.emplace(setting, say(otherwise));
    };
    constexpr const char *address = QT_TRANSLATE_NOOP("SettingRules", "This is not an IPv4 or IPv6 address.");
    expect(isAddress(service.bind), "bind", address);
    expect(isAddress(service.trustedProxy), "trusted-proxy", address);
    expect(isUrl(service.publicUrl, {QStringLiteral("http"), QStringLiteral("https")}), "public-url",
           QT_TRANSLATE_NOOP("SettingRules", "An address as in http://example.org:8081 is needed."));
    expect(isUrl(service.publicWebSocketUrl, {QStringLiteral("ws"), QStringLiteral("wss")}), "public-ws-url",
           QT_TRANSLATE_NOOP("SettingRules", "An address as in ws://example.org:8080 is needed."));
    expect(socketSuitsPage(service), "public-ws-url",
           QT_TRANSLATE_NOOP("SettingRules", "A page of https needs an address as in wss://example.org."));
    expect(suitsAsToken(service.apiToken), "api-token",
           QT_TRANSLATE_NOOP("SettingRules", "16 to 128 letters, digits or - _ are needed."));
    expect(isReadable(service.certificateFile), "cert",
           QT_TRANSLATE_NOOP("SettingRules", "This file cannot be read."));
    expect(isReadable(service.keyFile), "key",
           QT_TRANSLATE_NOOP("SettingRules", "This file cannot be read."));
    expect(service.certificateFile.empty() || !service.keyFile.empty(), "key",
           QT_TRANSLATE_NOOP("SettingRules", "The certificate needs its key."));
    expect(service.keyFile.empty() || !service.certificateFile.empty(), "cert",
           QT_TRANSLATE_NOOP("SettingRules", "The key needs its certificate."));
    expect(service.httpPort != service.webSocketPort || service.httpPort == 0, "ws-port",
           QT_TRANSLATE_NOOP("SettingRules", "The page and the WebSocket need different ports."));
    if (const QString table = problemOfTable(config.fingerprintsFile); !table.isEmpty())
        problems.emplace("fingerprints", table);
    return problems;
}

} // namespace parallax
