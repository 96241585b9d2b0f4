// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/clock_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parallax {

namespace {

constexpr std::array<std::pair<ClockScheme, std::string_view>, 5> schemes{{{ClockScheme::Raw, "raw"},
                                                                           {ClockScheme::Ewma, "ewma"},
                                                                           {ClockScheme::Kalman, "kalman"},
                                                                           {ClockScheme::Pid, "pid"},
                                                                           {ClockScheme::Median, "median"}}};

// In the order of their enums.
constexpr std::array<std::string_view, clockRefusals> refusals{
    "length", "sync", "idcode", "frame_size", "check", "authentication", "rate", "amplification"};
constexpr std::array<std::string_view, 8> events{
    "anomaly",      "trend_changed", "quality_changed", "own_clock_stepped", "their_clock_stepped",
    "started_over", "server_silent", "server_back"};
constexpr std::array<std::string_view, 3> trends{"steady", "rising", "falling"};
constexpr std::array<std::string_view, 4> qualities{"excellent", "good", "fair", "poor"};
constexpr std::array<std::string_view, 7> tcpEnds{"open",        "left",   "line_too_long", "idle",
                                                  "slow_reader", "failed", "stopped"};

template<class Names, class Enum>
std::string_view at(const Names &names, Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < names.size() ? names[index] : std::string_view();
}

} // namespace

std::string_view nameOf(ClockScheme scheme)
{
    const auto found = std::find_if(schemes.begin(), schemes.end(),
                                    [&](const auto &entry) { return entry.first == scheme; });
    return found == schemes.end() ? std::string_view() : found->second;
}

std::string_view nameOf(ClockRefusal refusal)
{
    return at(refusals, refusal);
}

std::string_view nameOf(ClockEvent::Kind kind)
{
    return at(events, kind);
}

std::string_view nameOf(ClockTrend trend)
{
    return at(trends, trend);
}

std::string_view nameOf(ClockQuality quality)
{
    return at(qualities, quality);
}

std::string_view nameOf(TcpClockEnd end)
{
    return at(tcpEnds, end);
}

std::optional<ClockScheme> clockSchemeNamed(std::string_view name)
{
    const auto found =
        std::find_if(schemes.begin(), schemes.end(), [&](const auto &entry) { return entry.second == name; });
    if (found == schemes.end())
        return std::nullopt;
    return found->first;
}

} // namespace parallax
