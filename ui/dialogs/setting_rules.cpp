// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/setting_rules.h"

#include "core/base/ip_address.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

namespace parallax {

namespace {

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
    const QUrl url(QString::fromStdString(text), QUrl::StrictMode);
    return url.isValid() && schemes.contains(url.scheme()) && !url.host().isEmpty();
}

bool isReadable(const std::string &file)
{
    const QFileInfo found(QString::fromStdString(file));
    return file.empty() || (found.isFile() && found.isReadable());
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
    return problems;
}

} // namespace parallax
