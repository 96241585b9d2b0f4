// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"

#include <map>
#include <span>

namespace parallax {

/// The finished runs of one tester, seen together.
struct RunComparison {
    std::map<VerdictKind, int> kinds{}; // how often each was found
    int addresses = 0; // different ones that the connections came from

    int runs() const;
    bool operator==(const RunComparison &) const = default;
};

/// One visit of the page, or one named invitation.
bool sameTester(const SessionRecord &a, const SessionRecord &b);

/// Over those of `all` that are finished and the same tester's as `run`.
RunComparison compareRuns(const SessionRecord &run, std::span<const SessionRecord *const> all);

} // namespace parallax
