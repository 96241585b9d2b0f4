// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <string_view>

namespace parallax {

/// One load of the page.
struct PageVisit {
    IpAddress address{}; // that fetched it
    std::string id{}; // random

    bool operator==(const PageVisit &) const = default;
};

/// Says, inside the page, which address fetched it, so that the WebSocket's can be compared with it, and
/// which runs are of one visit. Signed (HMAC-SHA256, RFC 2104): a tester can withhold a ticket, but not make
/// one up.
class PageTickets
{
public:
    /// Copies share the key; it is new for each program run.
    PageTickets();

    QByteArray issue(const PageVisit &visit) const;
    /// With a new id.
    QByteArray issue(const IpAddress &address) const;
    /// Nothing for what was not issued by us.
    std::optional<PageVisit> read(std::string_view ticket) const;

private:
    QByteArray signature(const QByteArray &text) const;

    QByteArray m_key;
};

} // namespace parallax
