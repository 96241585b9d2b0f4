// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QUrl>

namespace parallax::lab {

/// One browser behind chromedriver (W3C WebDriver). Every call waits for its answer.
class WebDriver
{
public:
    ~WebDriver();

    /// Starts chromedriver and, through it, the browser.
    Result<void> start(const QJsonObject &chromeOptions);

    Result<void> open(const QUrl &url);
    Result<void> click(const QString &cssSelector);
    /// Runs a script that calls its last argument with the result.
    Result<QJsonValue> evaluate(const QString &script);
    Result<QByteArray> screenshotPng();
    /// A command of the Chrome DevTools protocol.
    Result<void> developerCommand(const QString &name, const QJsonObject &parameters);

private:
    Result<QJsonValue> call(const QByteArray &method, const QString &path, const QJsonObject &body = {});
    Result<QJsonValue> callSession(const QString &path, const QJsonObject &body);

    QProcess m_driver;
    QNetworkAccessManager m_network;
    QUrl m_base;
    QString m_session;
};

} // namespace parallax::lab
