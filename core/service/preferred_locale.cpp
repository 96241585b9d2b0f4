// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/preferred_locale.h"

#include <QList>

#include <optional>

namespace parallax {

namespace {

constexpr qsizetype mostRanges = 20;

std::optional<QLocale> localeFor(const QByteArray &range)
{
    const QByteArray tag = range.split(';').first().trimmed();
    const QByteArray language = tag.split('-').first().toLower();
    if (language != "en" && language != "de" && language != "zh")
        return {};
    const QLocale locale(QString::fromLatin1(tag));
    return locale.language() == QLocale::C ? std::nullopt : std::optional(locale);
}

double weightOf(const QByteArray &range)
{
    const qsizetype at = range.indexOf("q=");
    if (at < 0)
        return 1.0;
    bool isNumber = false;
    const double weight = range.mid(at + 2).trimmed().toDouble(&isNumber);
    return isNumber ? weight : 0.0;
}

} // namespace

QLocale preferredLocale(const QByteArray &acceptLanguage)
{
    QLocale best(QLocale::English, QLocale::UnitedStates);
    double bestWeight = 0.0;
    for (const QByteArray &range :
         acceptLanguage.split(',').first(std::min(mostRanges, acceptLanguage.count(',') + 1))) {
        const auto locale = localeFor(range);
        const double weight = weightOf(range);
        if (!locale || weight <= bestWeight)
            continue;
        best = *locale;
        bestWeight = weight;
    }
    return best;
}

} // namespace parallax
