// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/document_values.h"

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
    std::string text = "0000-00-00T00:00:00.000000";
    const auto put = [&text](std::size_t last, std::int64_t value) {
        for (std::size_t at = last; value > 0; --at, value /= 10)
            text[at] = static_cast<char>('0' + value % 10);
    };
    put(3, static_cast<int>(date.year())); // which nanoseconds keep to four digits
    put(6, static_cast<unsigned>(date.month()));
    put(9, static_cast<unsigned>(date.day()));
    put(12, clock.hours().count());
    put(15, clock.minutes().count());
    put(18, clock.seconds().count());
    put(25, clock.subseconds().count());
    constexpr std::size_t withoutDecimals = 20;
    text.resize(withoutDecimals + static_cast<std::size_t>(decimals));
    return text + 'Z';
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
