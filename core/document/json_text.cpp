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

/// Whatever ends in none of these is complete, and something follows it.
void JsonText::separate()
{
    const char last = m_text.empty() ? '{' : m_text.back();
    if (last != '{' && last != '[' && last != ':') // find() would cost a fifth of the document
        m_text += ',';
}

void JsonText::open(char bracket)
{
    separate();
    m_text += bracket;
}

void JsonText::write(std::string_view token)
{
    separate();
    m_text += token;
}

void JsonText::key(std::string_view name)
{
    separate();
    m_text.append("\"").append(name).append("\":");
}

void JsonText::put(std::string_view text)
{
    separate();
    m_text += '"';
    if (std::all_of(text.begin(), text.end(), isPlain)) {
        m_text += text;
    } else {
        for (const char c : validUtf8(text))
            m_text += escaped(c);
    }
    m_text += '"';
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

void JsonText::put(Duration duration)
{
    put(toMilliseconds(duration));
}

} // namespace parallax
