// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace parallax {

/// A cell as RFC 4180 wants it. A leading = + - @ would be a formula to a spreadsheet: it gets a ' in front,
/// unless all of it is a number.
inline QString csvCell(QString text)
{
    static const QString formula = QStringLiteral("=+-@\t\r");
    static const QRegularExpression number(QStringLiteral("\\A[-+][0-9][0-9.,]*\\z"));
    if (!text.isEmpty() && formula.contains(text.front()) && !number.match(text).hasMatch())
        text.prepend(QLatin1Char('\''));
    const bool quoted = text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"'))
        || text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r'));
    if (!quoted)
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace parallax
