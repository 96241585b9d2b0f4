// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace parallax {

/// The country (ISO 3166, two letters) of an IANA time zone. Nothing for zones of no one country (UTC),
/// for names that this system does not know and for what is no zone's name: a stranger sent it.
std::string countryOf(const std::string &timeZone);

} // namespace parallax
