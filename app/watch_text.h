// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_state.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace parallax {

/// In any of its rounds.
bool targetAnswered(const TraceState &watch);
/// What is watched, as the first line of `trace --watch`.
std::string watchHeading(const TraceState &watch);
/// The table of a watched path with mtr's columns, milliseconds: a row for each hop, and one for each further
/// branch of a hop, whose losses are the hop's. Where there are so many columns, long names are shortened and
/// no figure.
std::vector<std::string> watchLines(const TraceState &watch, std::optional<std::size_t> columns = {});

} // namespace parallax
