// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/verdict.h"

#include <algorithm>
#include <array>

namespace parallax {

/// What is said of one finding.
struct EvidenceSentence {
    EvidenceName name;
    Finding finding;
    const char *text; // %1 the value, %2 what it was compared with
};

template<std::size_t Size>
const char *textIn(const std::array<EvidenceSentence, Size> &table, const Evidence &evidence)
{
    const auto found = std::find_if(table.begin(), table.end(), [&evidence](const EvidenceSentence &s) {
        return s.name == evidence.name && s.finding == evidence.finding;
    });
    return found == table.end() ? nullptr : found->text;
}

} // namespace parallax
