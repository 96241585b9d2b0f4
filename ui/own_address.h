// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_events.h"

#include <QString>

namespace parallax {

class Words;

/// What stands for an own address that is hidden.
QString ownAddress();
/// As it is, or hidden where it is private.
QString shownAddress(const IpAddress &address, bool hideOwn);
/// The event in a sentence, whose private addresses may be hidden.
QString shownEvent(const Words &words, const PathEvent &event, bool hideOwn);

} // namespace parallax
