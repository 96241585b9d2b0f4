// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_application.h"

#include "app/terminal.h"

#include <QJsonDocument>

namespace parallax {

void printLine(const QJsonObject &object)
{
    printNow(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void printNow(const QByteArray &bytes)
{
    printNow(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

std::vector<std::string> linesOf(const QStringList &lines)
{
    std::vector<std::string> all;
    for (const QString &line : lines)
        all.push_back(line.toStdString());
    return all;
}

} // namespace parallax
