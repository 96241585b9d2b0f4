// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/http_answer.h"

#include <QJsonDocument>
#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>
#include <array>

namespace parallax {

namespace {

struct Reason {
    int status;
    const char *phrase;
};
constexpr std::array reasons{
    Reason{200, "OK"},
    Reason{202, "Accepted"},
    Reason{204, "No Content"},
    Reason{400, "Bad Request"},
    Reason{401, "Unauthorized"},
    Reason{403, "Forbidden"},
    Reason{404, "Not Found"},
    Reason{405, "Method Not Allowed"},
    Reason{415, "Unsupported Media Type"},
    Reason{422, "Unprocessable Content"},
    Reason{429, "Too Many Requests"},
    Reason{502, "Bad Gateway"},
    Reason{503, "Service Unavailable"},
    Reason{504, "Gateway Timeout"},
};

const char *phraseFor(int status)
{
    const auto found =
        std::find_if(reasons.begin(), reasons.end(), [&](const Reason &r) { return r.status == status; });
    return found == reasons.end() ? "Unknown" : found->phrase;
}

HttpAnswer jsonTextAnswer(int status, QByteArray json)
{
    json += '\n';
    return {.status = status,
            .type = "application/json",
            .body = std::move(json),
            .headers = {{"Cache-Control", "no-store"}, {"X-Content-Type-Options", "nosniff"}}};
}

} // namespace

HttpAnswer jsonAnswer(int status, const QJsonObject &object)
{
    return jsonTextAnswer(status, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

HttpAnswer jsonAnswer(int status, const std::string &document)
{
    return jsonTextAnswer(status, QByteArray::fromStdString(document));
}

HttpAnswer errorAnswer(int status, const QString &sentence)
{
    return jsonAnswer(status, QJsonObject{{QStringLiteral("error"), sentence}});
}

QByteArray answerHead(const HttpAnswer &answer, bool closes)
{
    constexpr qsizetype most = 512; // of nearly all: to add up pieces would allocate each sum
    QByteArray head;
    head.reserve(most);
    head.append("HTTP/1.1 ").append(QByteArray::number(answer.status)).append(' ');
    head.append(phraseFor(answer.status)).append("\r\nContent-Type: ").append(answer.type).append("\r\n");
    if (answer.status != 204) // RFC 9110, 8.6
        head.append("Content-Length: ").append(QByteArray::number(answer.body.size())).append("\r\n");
    for (const auto &[name, value] : answer.headers)
        head.append(name).append(": ").append(value).append("\r\n");
    if (closes)
        head.append("Connection: close\r\n");
    return head.append("\r\n");
}

qint64 unsentOn(const QTcpSocket &socket)
{
    const auto *secure = qobject_cast<const QSslSocket *>(&socket);
    return socket.bytesToWrite() + (secure ? secure->encryptedBytesToWrite() : 0);
}

void writeAnswer(QTcpSocket &socket, const HttpAnswer &answer, bool withBody, bool closes)
{
    if (socket.state() != QAbstractSocket::ConnectedState)
        return;
    socket.write(answerHead(answer, closes) + (withBody ? answer.body : QByteArray()));
    socket.flush(); // or it would wait until every event of this turn is dealt with
    if (closes)
        socket.disconnectFromHost();
}

} // namespace parallax
