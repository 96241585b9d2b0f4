// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_places.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parallax {

namespace {

constexpr double earthRadius = 6371.0088; // kilometres, mean (IUGG)
constexpr double lightKilometresPerMillisecond = 299.792458; // in vacuum

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180.0;
}

/// Kilometres from the nearest of the branches at the placed TTL before it, where all of them are too far. A
/// branch beside it is no hop before it.
std::optional<double> tooFarBehind(const std::vector<PlacedHop> &hops, const PlacedHop &hop)
{
    const auto last =
        std::find_if(hops.rbegin(), hops.rend(), [&](const PlacedHop &other) { return other.ttl < hop.ttl; });
    std::optional<double> nearest;
    for (auto before = last; hop.best && before != hops.rend() && before->ttl == last->ttl; ++before) {
        if (!isTooFar(before->place, hop.place, *hop.best))
            return std::nullopt;
        const double distance = kilometresBetween(before->place, hop.place);
        nearest = std::min(nearest.value_or(distance), distance);
    }
    return nearest;
}

} // namespace

double kilometresBetween(const Place &a, const Place &b)
{
    const double north = std::sin(radians(b.latitude - a.latitude) / 2);
    const double east = std::sin(radians(b.longitude - a.longitude) / 2);
    const double haversine =
        north * north + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * east * east;
    return 2 * earthRadius * std::asin(std::sqrt(std::clamp(haversine, 0.0, 1.0)));
}

bool isTooFar(const Place &a, const Place &b, Duration roundTripToB)
{
    return toMilliseconds(roundTripToB) < 2 * kilometresBetween(a, b) / lightKilometresPerMillisecond;
}

std::vector<PlacedHop> placedHops(const std::vector<PathRow> &rows,
                                  const std::map<IpAddress, AddressFacts> &facts)
{
    std::vector<PlacedHop> hops;
    for (const PathRow &row : rows) {
        const auto known = row.address ? facts.find(*row.address) : facts.end();
        if (known == facts.end() || !known->second.place)
            continue;
        PlacedHop hop{.ttl = row.ttl,
                      .address = *row.address,
                      .facts = known->second,
                      .place = *known->second.place,
                      .best = row.rtt.best};
        hop.tooFar = tooFarBehind(hops, hop);
        hops.push_back(hop);
    }
    return hops;
}

} // namespace parallax
