// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal.h"

#include <QJsonDocument>

#include <cstdio>

#include <unistd.h>

namespace parallax {

void printNow(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void printLine(const QJsonObject &object)
{
    printNow(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

LiveLines::LiveLines(bool wanted)
    : m_live(wanted && isatty(STDOUT_FILENO) != 0)
{
}

void LiveLines::draw(const QStringList &lines)
{
    if (!m_live)
        return;
    QString screen = m_drawn > 0 ? QStringLiteral("\x1b[%1A\x1b[J").arg(m_drawn) : QString();
    for (const QString &line : lines)
        screen += line + QLatin1Char('\n');
    printNow(screen.toUtf8());
    m_drawn = lines.size();
}

} // namespace parallax
