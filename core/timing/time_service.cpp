// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/time_service.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace parallax {

namespace {

constexpr std::size_t trackingFields = 14; // of chronyc's reply, chrony 1.31 and later
constexpr double mostSeconds = 1e8; // three years: more is no error of a clock

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find_first_of(separators);
        parts.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::optional<double> number(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<int> stratumIn(std::string_view text)
{
    const auto value = number(text);
    return value && *value >= 0 && *value <= 16 ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::optional<Duration> magnitude(std::optional<double> seconds)
{
    if (!seconds || !(std::abs(*seconds) <= mostSeconds))
        return std::nullopt;
    return fromSeconds(std::abs(*seconds));
}

std::optional<Duration> sum(std::optional<Duration> one, std::optional<Duration> other)
{
    return one && other ? std::optional(*one + *other) : std::nullopt;
}

/// systemd's "1min 2.5s", "915us" or "+1.298ms".
std::optional<Duration> spanIn(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, double>, 6> units{
        {{"us", 1e-6}, {"ms", 1e-3}, {"min", 60.0}, {"s", 1.0}, {"h", 3600.0}, {"d", 86'400.0}}};
    double seconds = 0.0;
    for (std::string_view part : split(text, " ")) {
        const auto digits = part.find_last_of("0123456789");
        if (digits == std::string_view::npos)
            return std::nullopt;
        const auto value = number(part.substr(0, digits + 1));
        double scale = 0.0;
        for (const auto &[unit, worth] : units)
            scale = part.substr(digits + 1) == unit ? worth : scale;
        if (!value || scale == 0.0)
            return std::nullopt;
        seconds += std::abs(*value) * scale;
    }
    return magnitude(seconds);
}

/// The value after "key" and the separator; empty when there is none.
std::string_view valueOf(std::string_view text, std::string_view key, char separator, std::string_view ends)
{
    for (const std::string_view line : split(text, ends)) {
        if (line.size() > key.size() && line.starts_with(key) && line[key.size()] == separator)
            return trimmed(line.substr(key.size() + 1));
    }
    return {};
}

} // namespace

std::optional<TimeServiceState> chronyState(std::string_view tracking)
{
    const auto fields = split(trimmed(tracking), ",");
    if (fields.size() < trackingFields || !stratumIn(fields[2]))
        return std::nullopt;
    TimeServiceState state{.service = TimeService::Chrony};
    state.synchronised = fields[13] != "Not synchronised";
    if (!state.synchronised)
        return state;
    state.source = fields[1];
    state.stratum = stratumIn(fields[2]);
    state.offset = magnitude(number(fields[4]));
    // chronyc(1): |system time| + root dispersion + half the root delay.
    auto delay = magnitude(number(fields[10]));
    if (delay)
        *delay /= 2;
    state.mostError = sum(sum(state.offset, delay), magnitude(number(fields[11])));
    return state;
}

std::optional<TimeServiceState> timesyncdState(std::string_view show, std::string_view status)
{
    if (valueOf(show, "NTP", '=', "\n") != "yes" || trimmed(status).empty())
        return std::nullopt;
    TimeServiceState state{.service = TimeService::Timesyncd};
    state.synchronised = valueOf(show, "NTPSynchronized", '=', "\n") == "yes";
    if (!state.synchronised)
        return state;
    const auto server = valueOf(status, "Server", ':', "\n");
    if (server != "n/a")
        state.source = server;
    state.stratum = stratumIn(valueOf(status, "Stratum", ':', "\n"));
    state.offset = spanIn(valueOf(status, "Offset", ':', "\n"));
    const auto distance = valueOf(status, "Root distance", ':', "\n");
    // systemd's root distance is that of its server: half of the way to it comes on top.
    auto delay = spanIn(valueOf(status, "Delay", ':', "\n"));
    if (delay)
        *delay /= 2;
    state.mostError = sum(sum(state.offset, delay), spanIn(trimmed(distance.substr(0, distance.find('(')))));
    return state;
}

std::optional<TimeServiceState> ntpdState(std::string_view variables)
{
    const auto value = [&](std::string_view key) { return valueOf(variables, key, '=', ",\n"); };
    const auto seconds = [&](std::string_view key) {
        const auto milliseconds = number(value(key));
        return magnitude(milliseconds ? std::optional(*milliseconds / 1e3) : std::nullopt);
    };
    const auto leap = value("leap");
    if (leap.empty() || !stratumIn(value("stratum")))
        return std::nullopt;
    TimeServiceState state{.service = TimeService::Ntpd};
    state.synchronised = leap != "11" && leap != "3"; // RFC 5905: the alarm condition
    if (!state.synchronised)
        return state;
    state.source = value("refid");
    state.stratum = stratumIn(value("stratum"));
    state.offset = seconds("offset");
    auto delay = seconds("rootdelay");
    if (delay)
        *delay /= 2;
    state.mostError = sum(sum(state.offset, delay), seconds("rootdisp"));
    return state;
}

} // namespace parallax
