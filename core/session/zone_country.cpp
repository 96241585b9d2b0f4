// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/zone_country.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace parallax {

namespace {

constexpr std::size_t longestName = 64;

struct Alias {
    std::string_view name;
    std::string_view country;
};

/// Browsers still send these (CLDR keeps them); the system has a country for the zones' present names only.
constexpr std::array aliases{
    Alias{"Africa/Asmera", "ER"},        Alias{"America/Buenos_Aires", "AR"},
    Alias{"America/Catamarca", "AR"},    Alias{"America/Coral_Harbour", "CA"},
    Alias{"America/Cordoba", "AR"},      Alias{"America/Godthab", "GL"},
    Alias{"America/Indianapolis", "US"}, Alias{"America/Jujuy", "AR"},
    Alias{"America/Louisville", "US"},   Alias{"America/Mendoza", "AR"},
    Alias{"Asia/Calcutta", "IN"},        Alias{"Asia/Katmandu", "NP"},
    Alias{"Asia/Rangoon", "MM"},         Alias{"Asia/Saigon", "VN"},
    Alias{"Atlantic/Faeroe", "FO"},      Alias{"Europe/Kiev", "UA"},
    Alias{"Pacific/Enderbury", "KI"},    Alias{"Pacific/Ponape", "FM"},
    Alias{"Pacific/Truk", "FM"},
};

bool mayBeInName(char letter)
{
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_' || letter == '+'
        || letter == '-' || letter == '/';
}

/// Qt opens the file of that name below the zones' folder, and a stranger chose it: `..` would leave there,
/// and a pipe or device would hold the thread for ever. No zone's name has a dot.
bool isZoneName(std::string_view name)
{
    return !name.empty() && name.size() <= longestName && name.front() != '/' && name.back() != '/'
        && name.find("//") == std::string_view::npos && std::all_of(name.begin(), name.end(), mayBeInName);
}

} // namespace

std::string countryOf(const std::string &timeZone)
{
    if (!isZoneName(timeZone))
        return {};
    const auto alias = std::find_if(aliases.begin(), aliases.end(),
                                    [&](const Alias &each) { return each.name == timeZone; });
    if (alias != aliases.end())
        return std::string(alias->country);
    const QTimeZone zone(QByteArray::fromStdString(timeZone));
    const QLocale::Territory territory = zone.isValid() ? zone.territory() : QLocale::AnyTerritory;
    return territory == QLocale::AnyTerritory ? std::string()
                                              : QLocale::territoryToCode(territory).toStdString();
}

} // namespace parallax
