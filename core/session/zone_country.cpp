// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/zone_country.h"

#include <QLocale>
#include <QTimeZone>

namespace parallax {

std::string countryOf(const std::string &timeZone)
{
    const QTimeZone zone(QByteArray::fromStdString(timeZone));
    const QLocale::Territory territory = zone.isValid() ? zone.territory() : QLocale::AnyTerritory;
    return territory == QLocale::AnyTerritory ? std::string()
                                              : QLocale::territoryToCode(territory).toStdString();
}

} // namespace parallax
