// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/document_values.h"

#include "core/document/printed.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace parallax {

std::string isoText(Timestamp time, int decimals)
{
    using namespace std::chrono;
    const auto whole =
        floor<microseconds>(time); // the first day's midnight is none that nanoseconds can tell
    const auto day = floor<days>(whole);
    const year_month_day date(day);
    const hh_mm_ss clock(whole - day);
    const std::string fraction = printed("%06d", static_cast<int>(clock.subseconds().count()));
    return printed("%04d-%02u-%02uT%02d:%02d:%02d.%.*sZ", static_cast<int>(date.year()),
                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                   static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                   static_cast<int>(clock.seconds().count()), decimals, fraction.c_str());
}

double rounded(double value)
{
    constexpr double thousandths = 1000.0;
    const double result = std::round(value * thousandths) / thousandths;
    return result == 0.0 ? 0.0 : result; // no "-0"
}

double roundedMilliseconds(Duration duration)
{
    return rounded(toMilliseconds(duration));
}

nlohmann::json numberValue(double value)
{
    constexpr double exact = 9'007'199'254'740'992.0; // 2 to the power of 53
    const double result = rounded(value);
    // The library would write 10.0, which no other of our documents does.
    if (std::abs(result) < exact && std::trunc(result) == result)
        return static_cast<std::int64_t>(result);
    return result;
}

nlohmann::json integerValue(std::optional<std::int64_t> value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::json millisecondsValue(std::optional<Duration> duration)
{
    return duration ? numberValue(toMilliseconds(*duration)) : nlohmann::json();
}

nlohmann::json textValue(std::string_view text)
{
    return text.empty() ? nlohmann::json() : nlohmann::json(text);
}

std::string compactJson(const nlohmann::json &document)
{
    return document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace parallax
