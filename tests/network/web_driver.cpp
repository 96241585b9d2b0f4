// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/web_driver.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QRegularExpression>

#include <chrono>
#include <csignal>
#include <memory>

#include <sys/prctl.h>

namespace parallax::lab {

namespace {

constexpr std::chrono::seconds answerDeadline{120}; // longer than the script's own
const QString elementKey = QStringLiteral("element-6066-11e4-a52e-4f735466cecf"); // W3C WebDriver, section 12

Error failure(const QByteArray &what)
{
    return {ErrorCode::Unavailable, what.toStdString()};
}

Result<void> toVoid(const Result<QJsonValue> &result)
{
    return result ? Result<void>() : result.error();
}

} // namespace

WebDriver::~WebDriver()
{
    if (!m_session.isEmpty())
        (void)call("DELETE", QStringLiteral("/session/") + m_session);
    m_driver.terminate();
    if (!m_driver.waitForFinished(3000))
        m_driver.kill();
    m_driver.waitForFinished();
}

Result<void> WebDriver::start(const QJsonObject &chromeOptions)
{
    m_driver.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_driver.start(QStringLiteral("chromedriver"), {QStringLiteral("--port=0")});
    static const QRegularExpression started(QStringLiteral("started successfully on port (\\d+)"));
    QString said;
    while (!started.match(said).hasMatch()) {
        if (!m_driver.waitForReadyRead(20000))
            return failure("chromedriver does not start: " + m_driver.errorString().toUtf8() + said.toUtf8());
        said += QString::fromUtf8(m_driver.readAllStandardOutput());
    }
    m_base = QUrl(QStringLiteral("http://127.0.0.1:") + started.match(said).captured(1));

    const QJsonObject capabilities{
        {QStringLiteral("goog:chromeOptions"), chromeOptions},
        {QStringLiteral("timeouts"),
         QJsonObject{{QStringLiteral("script"), 90000}, {QStringLiteral("pageLoad"), 30000}}}};
    const QJsonObject wanted{
        {QStringLiteral("capabilities"), QJsonObject{{QStringLiteral("alwaysMatch"), capabilities}}}};
    const auto session = call("POST", QStringLiteral("/session"), wanted);
    if (session)
        m_session = session.value().toObject().value(QStringLiteral("sessionId")).toString();
    return toVoid(session);
}

Result<void> WebDriver::open(const QUrl &url)
{
    return toVoid(
        callSession(QStringLiteral("/url"), {{QStringLiteral("url"), url.toString(QUrl::FullyEncoded)}}));
}

Result<void> WebDriver::click(const QString &cssSelector)
{
    const auto element = callSession(
        QStringLiteral("/element"),
        {{QStringLiteral("using"), QStringLiteral("css selector")}, {QStringLiteral("value"), cssSelector}});
    if (!element)
        return element.error();
    const QString id = element.value().toObject().value(elementKey).toString();
    return toVoid(callSession(QStringLiteral("/element/%1/click").arg(id), {}));
}

Result<QJsonValue> WebDriver::evaluate(const QString &script)
{
    return callSession(QStringLiteral("/execute/async"),
                       {{QStringLiteral("script"), script}, {QStringLiteral("args"), QJsonArray()}});
}

Result<QByteArray> WebDriver::screenshotPng()
{
    const auto image = call("GET", QStringLiteral("/session/%1/screenshot").arg(m_session));
    if (!image)
        return image.error();
    return QByteArray::fromBase64(image.value().toString().toLatin1());
}

Result<void> WebDriver::developerCommand(const QString &name, const QJsonObject &parameters)
{
    return toVoid(callSession(QStringLiteral("/goog/cdp/execute"),
                              {{QStringLiteral("cmd"), name}, {QStringLiteral("params"), parameters}}));
}

Result<QJsonValue> WebDriver::callSession(const QString &path, const QJsonObject &body)
{
    return call("POST", QStringLiteral("/session/") + m_session + path, body);
}

Result<QJsonValue> WebDriver::call(const QByteArray &method, const QString &path, const QJsonObject &body)
{
    QUrl url = m_base;
    url.setPath(path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(answerDeadline).count()));
    const QByteArray content = method == "POST" ? QJsonDocument(body).toJson() : QByteArray();
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, content));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();

    const QByteArray answer = reply->readAll();
    const QJsonValue value = QJsonDocument::fromJson(answer).object().value(QStringLiteral("value"));
    if (reply->error() != QNetworkReply::NoError)
        return failure(method + ' ' + path.toUtf8() + ": " + reply->errorString().toUtf8() + ' '
                       + value.toObject().value(QStringLiteral("message")).toString().left(400).toUtf8());
    return value;
}

} // namespace parallax::lab
