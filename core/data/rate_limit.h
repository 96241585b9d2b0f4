// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace parallax {

/// One hop's probes that left, and those without an answer.
struct HopLoss {
    int sent = 0;
    int unanswered = 0;
    bool branchIsSilent = false; // see hasSilentBranch()
};

/// Whether some flows had no answer at all there and the others nearly every one: a branch that never
/// answers, and no limit. Also where it may be so, since each flow was asked only once.
bool hasSilentBranch(const std::vector<HopLoss> &flows);
/// How many of each hop's unanswered probes a rate limit explains, in the order of the path: a router that
/// forwards what it does not answer limits its own ICMP, and hops further on then lose less. Only where
/// chance hardly ever spreads loss so.
std::vector<int> rateLimited(const std::vector<HopLoss> &hops);

} // namespace parallax
