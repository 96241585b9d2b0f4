// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"

#include <QByteArray>

namespace parallax {

/// The run as the CalcuLatency authors' server logs it, on one line without a newline, so that their analysis
/// reads ours: microseconds; like theirs −1 for a handshake that was not measured and 0 for other gaps.
QByteArray calculatencyJson(const SessionRecord &record);

} // namespace parallax
