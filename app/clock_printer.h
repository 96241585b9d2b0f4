// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_board.h"

#include <QStringList>

namespace parallax {

// What the clock commands print for a person.

/// "Clock of 127.0.0.1:12345, asked every 100 ms".
QString clockHeading(const ClockState &state);
/// A line a client, and what all of them say of the other clock.
QStringList clockTable(const ClockBoard &board);
/// What a negative one-way delay means; empty where there is none.
QString clockNote(const ClockBoard &board);
/// One sentence: answered, clients, and what was refused.
QString clockServerLine(const ClockServerCounts &counts);

} // namespace parallax
