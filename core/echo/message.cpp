// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/echo/message.h"

#include <QJsonDocument>
#include <QJsonValue>

#include <algorithm>

namespace parallax {

namespace {

constexpr qsizetype longestMessage = 4096;
constexpr qsizetype longestTimeZone = 64; // the longest IANA name has 32
constexpr qsizetype longestTicket = 128;
constexpr qsizetype longestLanguage = 35; // RFC 5646, 4.4.1
constexpr qint64 largestNonce = (qint64{1} << 53) - 1; // what a browser's JSON numbers hold

Error malformed(const char *what)
{
    return {ErrorCode::Malformed, what};
}

Result<Message> pongOf(const QJsonObject &object)
{
    const QJsonValue timestamp = object.value(QLatin1String("timestamp"));
    const qint64 nonce = timestamp.toInteger(0); // 0 for what is no integer
    if (nonce < 1 || nonce > largestNonce)
        return malformed("a pong without a usable timestamp");
    return Message{Pong{static_cast<std::uint64_t>(nonce)}};
}

Message helloOf(const QJsonObject &object)
{
    return Hello{.timeZone = tameText(object.value(QLatin1String("time_zone")).toString(), longestTimeZone),
                 .language = tameText(object.value(QLatin1String("language")).toString(), longestLanguage),
                 .pageTicket = tameText(object.value(QLatin1String("page")).toString(), longestTicket),
                 .visible = object.value(QLatin1String("visible")).toBool(true)};
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

Result<Message> parseMessage(const QByteArray &text)
{
    if (text.size() > longestMessage)
        return malformed("a message longer than 4 KiB");
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return malformed("a message that is no JSON object");
    const QJsonObject object = document.object();
    const QJsonValue type = object.value(QLatin1String("type"));
    if (!type.isString())
        return malformed("a message without a type");
    const QString name = type.toString();
    if (name == QLatin1String("pong"))
        return pongOf(object);
    if (name == QLatin1String("hello"))
        return helloOf(object);
    if (name == QLatin1String("visibility"))
        return Message{Visibility{object.value(QLatin1String("visible")).toBool(true)}};
    return Message{UnknownMessage{}};
}

QByteArray pingMessage(std::uint64_t nonce)
{
    return R"({"type":"ping","timestamp":)" + QByteArray::number(static_cast<qulonglong>(nonce)) + '}';
}

QByteArray progressMessage(double done, const QString &text, std::optional<Duration> minimum)
{
    QJsonObject message{{QStringLiteral("type"), QStringLiteral("progress")},
                        {QStringLiteral("done"), std::clamp(done, 0.0, 1.0)},
                        {QStringLiteral("text"), text}};
    if (minimum)
        message.insert(QStringLiteral("min_ms"), toMilliseconds(*minimum));
    return compact(message);
}

QByteArray errorMessage(const QString &text)
{
    return compact({{QStringLiteral("type"), QStringLiteral("error")}, {QStringLiteral("message"), text}});
}

QByteArray resultMessage(const QJsonObject &data)
{
    return compact({{QStringLiteral("type"), QStringLiteral("result")}, {QStringLiteral("data"), data}});
}

std::string tameText(const QString &text, qsizetype most)
{
    QString tame;
    for (const QChar character : text.left(most)) {
        if (character.isPrint() || character == QLatin1Char(' ') || character.isSurrogate())
            tame += character;
    }
    return tame.toStdString();
}

} // namespace parallax
