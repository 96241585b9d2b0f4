// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/own_address.h"

#include "core/data/path_places.h"
#include "core/text/words.h"

#include <QCoreApplication>

namespace parallax {

QString ownAddress()
{
    return QCoreApplication::translate("parallax::PathModel", "(own)");
}

QString shownAddress(const IpAddress &address, bool hideOwn)
{
    return hideOwn && isPrivateAddress(address) ? ownAddress() : QString::fromStdString(address.toString());
}

QString shownEvent(const Words &words, const PathEvent &event, bool hideOwn)
{
    return words.pathEvent(event, hideOwn ? ownAddress() : QString());
}

} // namespace parallax
