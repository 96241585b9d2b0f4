// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"

namespace parallax {

/// The original program's rule: WebSocket minimum − minimum at the furthest hop that answered > threshold.
Classic classicRule(const SessionRecord &record, Duration threshold);

/// The decision of the CalcuLatency paper's analysis script, without its AS branches: the label says which
/// evidence carried it.
std::string calculatencyLabel(const SessionRecord &record);

} // namespace parallax
