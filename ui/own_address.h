// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_events.h"

#include <QString>

namespace parallax {

class Words;

/// What is shown of an own address that is hidden.
QString ownAddress();
/// As it is, or that where it is hidden.
QString shownAddress(const IpAddress &address);
/// The event in a sentence.
QString shownEvent(const Words &words, const PathEvent &event);

} // namespace parallax
