// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/rules.h"

namespace parallax {

/// What a record says, with its reasons. Pure: the same record and policy give the same verdict.
Verdict judge(const SessionRecord &record, const Policy &policy = {});

/// Open only because of the spread that was seen, which more samples narrow.
bool morePingsMayDecide(const Verdict &verdict);

/// A kind is named and the interval of the median gap lies on one side of its limit: more pings would hardly
/// change that.
bool intervalHasDecided(const Verdict &verdict);

} // namespace parallax
