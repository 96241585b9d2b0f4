// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/board.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace parallax::fixtures {

/// One hop of a path that is played: who answers, and when. No RTT: nobody.
struct PlayedHop {
    std::string address{};
    std::optional<Duration> rtt{};
    bool refuses = false; // it says that the target cannot be reached
};
/// The path as it is in one round, the target last.
using PlayedPath = std::function<std::vector<PlayedHop>(std::size_t round)>;

/// 2026-01-31 12:00:00 UTC
Timestamp watchBegan();
/// The observations of one round, a second after the last one.
std::vector<Observation> playedRound(const PlayedPath &path, std::size_t round, const IpAddress &target);
/// What must have been observed for a history to hold this.
Observation observationOf(const PathHistory &history, int ttl, std::size_t round);
/// A board's state after watching `target` for so many rounds.
TraceState watched(const PlayedPath &path, std::size_t rounds, const std::string &target);

/// Six hops from Berlin to Sydney over Frankfurt and Singapore, as watched for an hour: a detour and ten
/// lossy minutes.
TraceState farWatch(std::size_t rounds = 3600);
PlayedPath farPath();
/// What files would say of its addresses.
std::map<IpAddress, AddressFacts> farFacts();
/// `hops` routers and a round a second, for figures.
TraceState longWatch(int hops, std::size_t rounds);

} // namespace parallax::fixtures
