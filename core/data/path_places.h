// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_figures.h"

#include <map>
#include <optional>
#include <vector>

namespace parallax {

/// A hop whose place is known.
struct PlacedHop {
    int ttl = 0;
    IpAddress address{};
    AddressFacts facts{};
    Place place{};
    std::optional<Duration> best{};
    /// Kilometres from the placed hop before it, or the nearest of its branches, that not even light covers
    /// in this hop's round trip: one of both places is wrong.
    std::optional<double> tooFar{};

    bool operator==(const PlacedHop &) const = default;
};

/// Along the surface, on a sphere of the earth's mean radius.
double kilometresBetween(const Place &a, const Place &b);

/// A packet that comes by a and answers from b has gone from here to a, to b and back here: at least twice
/// from a to b, in vacuum, however the cables lie.
bool isTooFar(const Place &a, const Place &b, Duration roundTripToB);

/// In the order of the path.
std::vector<PlacedHop> placedHops(const std::vector<PathRow> &rows,
                                  const std::map<IpAddress, AddressFacts> &facts);

} // namespace parallax
