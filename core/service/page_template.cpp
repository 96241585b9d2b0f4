// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/page_template.h"

#include <QFile>
#include <QJsonDocument>

// Outside the namespace: the macro declares a function.
static void keepWebFiles()
{
    Q_INIT_RESOURCE(web);
}

namespace parallax {

QByteArray webFile(const QString &name)
{
    keepWebFiles();
    QFile file(QStringLiteral(":/web/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray fillTemplate(const QByteArray &html, const QMap<QString, QString> &values)
{
    QByteArray filled;
    qsizetype done = 0;
    for (qsizetype open = html.indexOf("{{"); open >= 0; open = html.indexOf("{{", done)) {
        const qsizetype close = html.indexOf("}}", open);
        if (close < 0)
            break;
        const QString key = QString::fromLatin1(html.mid(open + 2, close - open - 2));
        filled += html.mid(done, open - done) + values.value(key).toHtmlEscaped().toUtf8();
        done = close + 2;
    }
    return filled + html.mid(done);
}

QByteArray scriptJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).replace('<', "\\u003c");
}

} // namespace parallax
