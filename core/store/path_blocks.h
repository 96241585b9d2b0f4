// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/path_history.h"

#include <QByteArray>

namespace parallax {

/// Rounds in one row of the store: a minute of them at one a second.
constexpr std::size_t roundsPerBlock = 60;

/// A row's content: every start to the nanosecond, every round trip to the microsecond.
QByteArray packedRounds(const RoundBlock &block);
/// The same for old rounds: of each minute and TTL only best, median and worst round trip, answers and
/// losses, and who answered most often.
QByteArray packedMinutes(const RoundBlock &block);

/// Reads either; minutes become as many rounds as they had, of which only the figures above are true.
/// Anything that is not as written is an error.
Result<RoundBlock> unpacked(const QByteArray &content);

} // namespace parallax
