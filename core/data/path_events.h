// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_history.h"

#include <optional>
#include <vector>

namespace parallax {

/// Beyond these a watched path is worth an alert.
struct PathLimits {
    std::optional<Duration> rtt{}; // median of the last rounds, end to end
    std::optional<double> loss{}; // share of the last rounds, 0 … 1

    bool operator==(const PathLimits &) const = default;
};

/// Something that changed on a watched path and stayed so.
struct PathEvent {
    enum class Kind : std::uint8_t {
        RouteChanged,
        LossBegan,
        LossEnded,
        RttHigh, // beyond the limit
        RttNormal,
        LossHigh,
        LossNormal,
        NotSentBegan, // this machine's network refused every probe
        NotSentEnded,
    };

    Kind kind = Kind::RouteChanged;
    Timestamp at{};
    int ttl = 0; // the first that changed
    IpAddress before{};
    IpAddress after{};
    int hops = 0; // that changed together
    std::optional<Duration> lasted{}; // what has ended
    // Their last median and the share that was lost, of loss that has ended the whole one's; nothing where a
    // limit only went out of sight, since nothing was measured any more.
    std::optional<Duration> rtt{};
    std::optional<double> share{};

    bool operator==(const PathEvent &) const = default;
};

/// True for what stays until its counterpart: loss, limits that are passed, a machine that cannot send.
bool isTrouble(PathEvent::Kind kind);

constexpr std::size_t settledRounds = 5; // a responder that stays so long has taken over
constexpr std::size_t lossWindow = 10; // rounds that are looked at together
constexpr std::size_t lossBegins = 3; // lost ones in the window: a single lost probe is no event
constexpr std::size_t lossEnds = 30; // answered rounds in a row: between two lost ones loss goes on
constexpr std::size_t notSentRounds = lossBegins; // in a row, to begin and to end: one alone is no event
constexpr std::size_t limitWindow = 20; // rounds that a limit is compared with, and that it must hold again

/// What happened, in the order it happened.
std::vector<PathEvent> pathEvents(const PathHistory &history, const PathLimits &limits = {});

} // namespace parallax
