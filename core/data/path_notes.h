// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_figures.h"

#include <string>
#include <vector>

namespace parallax {

/// A sentence about loss on a path, and what stands for its %1, %2 and %3.
struct PathNote {
    const char *text; // English; the source of its translations, in the context "Words"
    std::vector<int> values;
};

/// One for each kind of loss: at the target, by who says that it cannot be reached, by routers that limit
/// their ICMP, at this machine.
std::vector<PathNote> pathNotes(const std::vector<PathRow> &rows, bool reached);

std::string englishOf(const PathNote &note);

} // namespace parallax
