// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTranslator>

namespace parallax {

/// The supported locale nearest to the wanted one: English, German or Simplified Chinese.
QLocale supportedLocale(const QLocale &wanted);

/// Loads the translation for a supported locale. English, the sources' language, has what depends on a
/// number.
bool loadTranslation(QTranslator &translator, const QLocale &locale);

} // namespace parallax
