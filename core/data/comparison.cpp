// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/comparison.h"

#include <set>

namespace parallax {

int RunComparison::runs() const
{
    int all = 0;
    for (const auto &[kind, count] : kinds)
        all += count;
    return all;
}

bool sameTester(const SessionRecord &a, const SessionRecord &b)
{
    const Tester &one = a.tester;
    const Tester &other = b.tester;
    return (!one.visit.empty() && one.visit == other.visit) || (!one.name.empty() && one.name == other.name);
}

RunComparison compareRuns(const SessionRecord &run, std::span<const SessionRecord *const> all)
{
    RunComparison comparison;
    std::set<IpAddress> addresses;
    for (const SessionRecord *other : all) {
        if (other->end != SessionEnd::Finished || !sameTester(run, *other))
            continue;
        ++comparison.kinds[other->verdict.kind];
        addresses.insert(other->tester.peer.address);
    }
    comparison.addresses = static_cast<int>(addresses.size());
    return comparison;
}

} // namespace parallax
