// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/echo/page_ticket.h"

#include "core/base/random.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace parallax {

namespace {
constexpr qsizetype signatureBytes = 16;
}

PageTickets::PageTickets()
    : m_key(QByteArray::fromStdString(randomToken()))
{
}

QByteArray PageTickets::signature(const QByteArray &text) const
{
    return QMessageAuthenticationCode::hash(text, m_key, QCryptographicHash::Sha256)
        .left(signatureBytes)
        .toHex();
}

QByteArray PageTickets::issue(const PageVisit &visit) const
{
    const QByteArray text = QByteArray::fromStdString(visit.address.toString() + ' ' + visit.id);
    return text + ' ' + signature(text);
}

QByteArray PageTickets::issue(const IpAddress &address) const
{
    return issue({address, randomToken()});
}

std::optional<PageVisit> PageTickets::read(std::string_view ticket) const
{
    const auto first = ticket.find(' ');
    const auto last = ticket.rfind(' ');
    if (first == std::string_view::npos || first == last)
        return std::nullopt;
    const auto address = IpAddress::parse(ticket.substr(0, first));
    if (!address)
        return std::nullopt;
    PageVisit visit{address.value(), std::string(ticket.substr(first + 1, last - first - 1))};
    if (!equalInConstantTime(issue(visit).toStdString(), ticket))
        return std::nullopt;
    return visit;
}

} // namespace parallax
