// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/csv_cell.h"

#include "core/exporter/json_values.h"

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

bool looksLikeFormula(const QString &text)
{
    return text.startsWith(QLatin1Char('=')) || text.startsWith(QLatin1Char('+'))
        || text.startsWith(QLatin1Char('-')) || text.startsWith(QLatin1Char('@'));
}

QString quotedWhereNeeded(const QString &text)
{
    const bool plain = std::none_of(text.begin(), text.end(), [](QChar c) {
        return c == QLatin1Char(',') || c == QLatin1Char('"') || c == QLatin1Char('\r')
            || c == QLatin1Char('\n');
    });
    if (plain)
        return text;
    QString inside = text;
    inside.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + inside + QLatin1Char('"');
}

} // namespace

QString cell(std::string_view text)
{
    QString safe = qString(text);
    for (QChar &c : safe) {
        if (c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\r'))
            c = QLatin1Char(' ');
    }
    return quotedWhereNeeded(looksLikeFormula(safe) ? QLatin1Char('\'') + safe : safe);
}

QString cell(std::optional<double> value)
{
    if (!value || !std::isfinite(*value))
        return {};
    QString text = QString::number(rounded(*value), 'f', 3);
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    return text.endsWith(QLatin1Char('.')) ? text.chopped(1) : text;
}

QString cell(std::optional<Duration> duration)
{
    return duration ? cell(std::optional(toMilliseconds(*duration))) : QString();
}

QString cell(std::optional<bool> value)
{
    if (!value)
        return {};
    return *value ? QStringLiteral("true") : QStringLiteral("false");
}

void addRow(QByteArray &csv, const QStringList &cells)
{
    csv += cells.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

} // namespace parallax
