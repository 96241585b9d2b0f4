// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rate_limit.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

namespace parallax {

namespace {

double shareLost(const HopLoss &hop)
{
    return static_cast<double>(hop.unanswered) / hop.sent;
}

/// The hops right behind, together, up to where their share is least: what is lost on the way can only add
/// up.
HopLoss leastLost(std::span<const HopLoss> behind)
{
    HopLoss least;
    HopLoss sum;
    for (const HopLoss &hop : behind) {
        if (hop.sent == 0)
            continue;
        sum.sent += hop.sent;
        sum.unanswered += hop.unanswered;
        if (least.sent == 0 || shareLost(sum) <= shareLost(least))
            least = sum;
    }
    return least;
}

double logOfFactorial(double n)
{
    int sign = 0; // lgamma() has it in a global variable
    return ::lgamma_r(n + 1.0, &sign);
}

double logOfChoices(double n, double k)
{
    return logOfFactorial(n) - logOfFactorial(k) - logOfFactorial(n - k);
}

/// How often chance alone would let so many of the probes that were lost, or more, fall on the hop: the upper
/// tail of the hypergeometric distribution (Fisher's exact test).
double chanceOf(const HopLoss &hop, const HopLoss &further)
{
    constexpr double negligible = 1e-9; // of the sum
    const double all = hop.sent + further.sent;
    const double lost = hop.unanswered + further.unanswered;
    double term = std::exp(logOfChoices(hop.sent, hop.unanswered)
                           + logOfChoices(further.sent, further.unanswered) - logOfChoices(all, lost));
    double chance = 0.0;
    for (double here = hop.unanswered; term > chance * negligible; ++here) {
        chance += term;
        term *= (hop.sent - here) * (lost - here) / ((here + 1.0) * (further.sent - lost + here + 1.0));
    }
    return chance;
}

} // namespace

bool hasSilentBranch(const std::vector<HopLoss> &flows)
{
    constexpr int leastAsked = 2; // one lost probe is no silence
    constexpr int lostPart = 10; // a tenth of the others' probes may be lost on the path
    bool silent = false;
    bool answered = false;
    // Of flows that were asked once each nobody can tell.
    const bool once =
        std::all_of(flows.begin(), flows.end(), [](const HopLoss &flow) { return flow.sent <= 1; });
    for (const HopLoss &flow : flows) {
        if (flow.sent == 0)
            continue; // not asked there
        const bool none = flow.unanswered == flow.sent;
        if (none ? flow.sent < leastAsked && !once : flow.unanswered * lostPart > flow.sent)
            return false;
        (none ? silent : answered) = true;
    }
    return silent && answered;
}

std::vector<int> rateLimited(const std::vector<HopLoss> &hops)
{
    constexpr double rarely = 0.002; // of a lossy path's ten hops one in twenty runs is then called limited
    std::vector<int> limited(hops.size());
    std::vector<HopLoss> telling(hops.size()); // those that say something of the path; the others are empty
    for (std::size_t at = hops.size(); at-- > 0;) {
        const HopLoss &hop = hops[at];
        if (hop.sent == 0 || hop.unanswered == hop.sent || hop.branchIsSilent)
            continue; // says nothing
        const HopLoss further = leastLost(std::span(telling).subspan(at + 1));
        const double excess = further.sent > 0 ? shareLost(hop) - shareLost(further) : 0.0;
        if (excess > 0.0 && chanceOf(hop, further) <= rarely)
            limited[at] = static_cast<int>(std::lround(excess * hop.sent));
        else
            telling[at] = hop;
    }
    return limited;
}

} // namespace parallax
