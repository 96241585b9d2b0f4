// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shown_text.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr qsizetype mostLookedAt = 4096;
constexpr int longestText = 300;
constexpr int longestRun = 40; // an IPv6 address has 39 characters
constexpr QChar zeroWidthSpace(0x200B);

bool isHidden(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

} // namespace

QString shownText(const std::string &text)
{
    return shownText(
        QString::fromUtf8(text.data(), std::min(static_cast<qsizetype>(text.size()), mostLookedAt)));
}

QString shownText(const QString &text)
{
    QString plain = text.left(mostLookedAt);
    std::replace_if(plain.begin(), plain.end(), isHidden, QLatin1Char(' '));
    plain = plain.simplified();
    if (plain.size() > longestText)
        plain = plain.left(longestText) + QStringLiteral("…");
    int run = 0;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        run = plain[i].isSpace() ? 0 : run + 1;
        if (run == longestRun) {
            plain.insert(++i, zeroWidthSpace);
            run = 0;
        }
    }
    return plain;
}

QString plainToolTip(const QString &lines)
{
    return QStringLiteral("<p style='white-space:pre'>") + lines.toHtmlEscaped() + QStringLiteral("</p>");
}

} // namespace parallax
