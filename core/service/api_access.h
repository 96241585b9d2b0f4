// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"

#include <QByteArray>

#include <cstdint>
#include <string>

namespace parallax {

/// What a request says of who sent it.
struct AccessFacts {
    IpAddress peer{};
    QByteArray host{}; // this and the next three: headers
    QByteArray origin{};
    QByteArray fetchSite{};
    QByteArray authorization{};
    bool forwarded = false; // a header that only a proxy adds
};

enum class Access : std::uint8_t { Allowed, NeedsToken, WrongToken };

/// The user of this machine needs no token; a web page that their browser shows, a proxy and everybody else
/// do.
Access accessFor(const AccessFacts &facts, const std::string &token);

} // namespace parallax
