// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/json_text.h"

#include "core/document/document_values.h"
#include "core/document/printed.h"
#include "core/document/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace parallax {

namespace {

bool isPlain(char c)
{
    return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x80 && c != '"'
        && c != '\\';
}

/// Of one character (RFC 8259, 7).
std::string escaped(char c)
{
    if (c == '"' || c == '\\')
        return {'\\', c};
    if (static_cast<unsigned char>(c) < 0x20)
        return printed("\\u%04x", static_cast<unsigned>(c));
    return {c};
}

} // namespace

void JsonText::grow(std::size_t needed)
{
    constexpr std::size_t first = 8192; // a dozen hops: to begin with less costs more allocations
    m_text.resize(std::max(first, 2 * (m_text.size() + needed)));
}

void JsonText::open(char bracket)
{
    char *at = begin(1);
    *at++ = bracket;
    end(at);
    m_follows = false;
}

void JsonText::close(char bracket)
{
    m_follows = false;
    char *at = begin(1);
    *at++ = bracket;
    end(at);
}

void JsonText::write(std::string_view token)
{
    end(std::copy(token.begin(), token.end(), begin(token.size())));
}

void JsonText::key(std::string_view name)
{
    constexpr std::size_t marks = 3; // "":
    char *at = begin(name.size() + marks);
    *at++ = '"';
    at = std::copy(name.begin(), name.end(), at);
    *at++ = '"';
    *at++ = ':';
    end(at);
    m_follows = false;
}

void JsonText::put(std::string_view text)
{
    if (!std::all_of(text.begin(), text.end(), isPlain)) {
        std::string safe;
        for (const char c : validUtf8(text))
            safe += escaped(c);
        write('"' + safe + '"');
        return;
    }
    constexpr std::size_t quotes = 2;
    char *at = begin(text.size() + quotes);
    *at++ = '"';
    at = std::copy(text.begin(), text.end(), at);
    *at++ = '"';
    end(at);
}

void JsonText::put(double value)
{
    constexpr std::size_t longest = 32; // of the shortest form that reads as the same double
    const double result = rounded(value);
    std::array<char, longest> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), result).ptr;
    if (std::isfinite(result))
        write({digits.data(), end});
    else
        put(std::nullopt);
}

/// By whole microseconds: a double's shortest form costs ten times as much.
void JsonText::put(Duration duration)
{
    constexpr std::uint64_t thousand = 1000;
    constexpr std::size_t longest = 20; // of 64 bits of nanoseconds, with a sign and a point
    const auto count = static_cast<std::uint64_t>(duration.count());
    const bool isNegative = duration < Duration{};
    const std::uint64_t microseconds = ((isNegative ? 0 - count : count) + thousand / 2) / thousand;
    char *at = begin(longest);
    if (isNegative && microseconds > 0)
        *at++ = '-';
    at = std::to_chars(at, at + longest, microseconds / thousand).ptr;
    std::uint64_t rest = microseconds % thousand;
    if (rest != 0)
        *at++ = '.';
    for (std::uint64_t digit = thousand / 10; rest != 0; rest %= digit, digit /= 10)
        *at++ = static_cast<char>('0' + rest / digit);
    end(at);
}

} // namespace parallax
