// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/languages.h"

// A static library's resources are dropped by the linker unless somebody asks for them. The macro declares a
// function of the global namespace, so it cannot stand in the unnamed one.
static void keepResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace parallax {

QLocale supportedLocale(const QLocale &wanted)
{
    switch (wanted.language()) {
    case QLocale::German:
    case QLocale::English:
        return wanted;
    case QLocale::Chinese:
        return {QLocale::Chinese, QLocale::SimplifiedHanScript, QLocale::China};
    default: // The C locale has no thousands separators.
        return {QLocale::English, QLocale::UnitedStates};
    }
}

bool loadTranslation(QTranslator &translator, const QLocale &locale)
{
    keepResources();
    switch (locale.language()) {
    case QLocale::German:
        return translator.load(QStringLiteral(":/i18n/parallax_de.qm"));
    case QLocale::Chinese:
        return translator.load(QStringLiteral(":/i18n/parallax_zh_CN.qm"));
    default:
        return translator.load(QStringLiteral(":/i18n/parallax_en.qm"));
    }
}

} // namespace parallax
