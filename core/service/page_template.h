// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

namespace parallax {

/// A file of resources/web, as embedded in the program.
QByteArray webFile(const QString &name);

/// Replaces each {{key}} by its value, escaped for HTML.
QByteArray fillTemplate(const QByteArray &html, const QMap<QString, QString> &values);

/// JSON that can stand inside a <script> element.
QByteArray scriptJson(const QJsonObject &object);

} // namespace parallax
