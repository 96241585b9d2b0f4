// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <string>

namespace parallax {

/// 010 is ten; CLI11 would read it as octal, and refuse 08. Hexadecimal (0x10) stays.
inline std::string withoutLeadingZeros(const std::string &text)
{
    const std::size_t digit = text.find_first_not_of('0');
    const bool isDecimal = digit != std::string::npos && text[digit] >= '1' && text[digit] <= '9';
    return isDecimal ? text.substr(digit) : text;
}

struct WholeRange {
    std::int64_t least;
    std::int64_t most;
};

/// Every option that takes a whole number: decimal, and in its range.
template<class Number>
void addWhole(CLI::App &app, const char *names, Number &field, WholeRange range, const char *meaning)
{
    app.add_option(names, field, meaning)
        ->check(CLI::Range(range.least, range.most))
        ->transform(withoutLeadingZeros) // before the check
        ->type_name("NUMBER");
}

} // namespace parallax
