// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/echo/page_ticket.h"

#include "core/base/random.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace parallax {

PageTickets::PageTickets()
    : m_key(QByteArray::fromStdString(randomToken()))
{
}

QByteArray PageTickets::signature(const QByteArray &address) const
{
    return QMessageAuthenticationCode::hash(address, m_key, QCryptographicHash::Sha256).left(16).toHex();
}

QByteArray PageTickets::issue(const IpAddress &address) const
{
    const QByteArray text = QByteArray::fromStdString(address.toString());
    return text + ' ' + signature(text);
}

std::optional<IpAddress> PageTickets::read(std::string_view ticket) const
{
    const auto space = ticket.find(' ');
    if (space == std::string_view::npos)
        return std::nullopt;
    const auto address = IpAddress::parse(ticket.substr(0, space));
    if (!address || !equalInConstantTime(issue(address.value()).toStdString(), ticket))
        return std::nullopt;
    return address.value();
}

} // namespace parallax
