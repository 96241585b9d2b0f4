// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"

#include <QStringList>

namespace parallax {

QString Words::comparisonTitle() const
{
    return say(QT_TRANSLATE_NOOP("Words", "Runs of this tester"));
}

QString Words::comparison(const RunComparison &comparison) const
{
    const QString runs = m_locale.toString(comparison.runs());
    const QString addresses = m_locale.toString(comparison.addresses);
    if (comparison.kinds.size() == 1) {
        const QString all = kind(comparison.kinds.begin()->first);
        if (comparison.addresses == 1)
            return say(QT_TRANSLATE_NOOP("Words", "%1, each time %2, from one address")).arg(runs, all);
        return say(QT_TRANSLATE_NOOP("Words", "%1, each time %2, from %3 addresses: the exit changes"))
            .arg(runs, all, addresses);
    }
    QStringList kinds;
    for (const auto &[found, count] : comparison.kinds)
        kinds << kind(found) + QLatin1Char(' ') + m_locale.toString(count);
    return say(QT_TRANSLATE_NOOP("Words", "%1, not of one kind (%2); addresses: %3"))
        .arg(runs, kinds.join(QStringLiteral(", ")), addresses);
}

} // namespace parallax
