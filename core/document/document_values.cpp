// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/document_values.h"

#include "core/document/printed.h"

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

} // namespace parallax
