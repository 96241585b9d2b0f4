// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>

#include <string>

class QTcpSocket;

namespace parallax {

/// What a browser or program gets.
struct HttpAnswer {
    int status = 200;
    QByteArray type{"text/html; charset=utf-8"};
    QByteArray body{};
    QList<QPair<QByteArray, QByteArray>> headers{}; // beside type and length
};

HttpAnswer jsonAnswer(int status, const QJsonObject &object);
HttpAnswer jsonAnswer(int status, const std::string &document);
/// {"error": sentence}
HttpAnswer errorAnswer(int status, const QString &sentence);

/// Status line and headers up to the empty line, for a body of known length.
QByteArray answerHead(const HttpAnswer &answer, bool closes);
/// Bytes that the kernel has not taken yet: the reader is behind.
qint64 unsentOn(const QTcpSocket &socket);
/// Writes an answer to a connection that may have been left already.
void writeAnswer(QTcpSocket &socket, const HttpAnswer &answer, bool withBody, bool closes);

} // namespace parallax
