// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"

#include <QByteArray>

#include <optional>
#include <string_view>

namespace parallax {

/// Says, inside the page, which address fetched it, so that the WebSocket's can be compared with it. Signed
/// (HMAC-SHA256, RFC 2104): a tester can withhold a ticket, but not make one up.
class PageTickets
{
public:
    /// Copies share the key; it is new for each program run.
    PageTickets();

    QByteArray issue(const IpAddress &address) const;
    /// Nothing for what was not issued by us.
    std::optional<IpAddress> read(std::string_view ticket) const;

private:
    QByteArray signature(const QByteArray &address) const;

    QByteArray m_key;
};

} // namespace parallax
