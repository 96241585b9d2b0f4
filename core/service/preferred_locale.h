// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocale>

namespace parallax {

/// The best of English, German and Chinese by an Accept-Language header (RFC 9110, 12.5.4); English when none
/// fits.
QLocale preferredLocale(const QByteArray &acceptLanguage);

} // namespace parallax
