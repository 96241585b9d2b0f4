// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/own_address.h"

#include "core/data/own_addresses.h"
#include "core/text/words.h"

#include <QCoreApplication>

namespace parallax {

QString ownAddress()
{
    return QCoreApplication::translate("parallax::PathModel", "(own)");
}

QString shownAddress(const IpAddress &address)
{
    return isHidden(address) ? ownAddress() : QString::fromStdString(address.toString());
}

QString shownEvent(const Words &words, const PathEvent &event)
{
    return words.pathEvent(event, ownAddress());
}

} // namespace parallax
