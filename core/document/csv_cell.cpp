// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/csv_cell.h"

#include "core/document/document_values.h"
#include "core/document/printed.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace parallax {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

unsigned byteAt(std::string_view text, std::size_t at)
{
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

/// Bytes of the character at the beginning of `text`, by table 3-7 of the Unicode standard; 0: it is not
/// UTF-8.
std::size_t characterLength(std::string_view text)
{
    struct Form {
        unsigned first, last; // of the leading bytes
        unsigned least, most; // of the second byte
        std::size_t length;
    };
    constexpr std::array<Form, 8> forms{{{0xC2, 0xDF, 0x80, 0xBF, 2},
                                         {0xE0, 0xE0, 0xA0, 0xBF, 3},
                                         {0xE1, 0xEC, 0x80, 0xBF, 3},
                                         {0xED, 0xED, 0x80, 0x9F, 3},
                                         {0xEE, 0xEF, 0x80, 0xBF, 3},
                                         {0xF0, 0xF0, 0x90, 0xBF, 4},
                                         {0xF1, 0xF3, 0x80, 0xBF, 4},
                                         {0xF4, 0xF4, 0x80, 0x8F, 4}}};
    const unsigned first = byteAt(text, 0);
    if (first < 0x80)
        return 1;
    const auto *form = std::find_if(forms.begin(), forms.end(),
                                    [&](const Form &f) { return first >= f.first && first <= f.last; });
    if (form == forms.end() || byteAt(text, 1) < form->least || byteAt(text, 1) > form->most)
        return 0;
    for (std::size_t at = 2; at < form->length; ++at) {
        if ((byteAt(text, at) & 0xC0U) != 0x80U)
            return 0;
    }
    return form->length;
}

/// Unicode's category Cc, but for the ends of lines.
bool isControl(std::string_view character)
{
    const unsigned first = byteAt(character, 0);
    const bool endsLine = first == '\n' || first == '\r';
    return (first < 0x20 && !endsLine) || first == 0x7F || (first == 0xC2 && byteAt(character, 1) < 0xA0);
}

/// Without control characters, and without bytes that some program might take for such: those become U+FFFD.
std::string harmless(std::string_view text)
{
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = characterLength(text.substr(at));
        const std::string_view character = text.substr(at, length);
        if (length == 0)
            safe += replacement;
        else if (isControl(character))
            safe += ' ';
        else
            safe += character;
        at += std::max<std::size_t>(length, 1);
    }
    return safe;
}

bool looksLikeFormula(std::string_view text)
{
    return !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos;
}

std::string quotedWhereNeeded(std::string text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string_view("\"\"") : std::string_view(&c, 1);
    return quoted + '"';
}

} // namespace

std::string cell(std::string_view text)
{
    std::string safe = harmless(text);
    if (looksLikeFormula(safe))
        safe.insert(safe.begin(), '\'');
    return quotedWhereNeeded(std::move(safe));
}

std::string cell(std::optional<double> value)
{
    if (!value || !std::isfinite(*value))
        return {};
    std::string text = printed("%.3f", rounded(*value));
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

std::string cell(std::optional<Duration> duration)
{
    return duration ? cell(std::optional(toMilliseconds(*duration))) : std::string();
}

std::string cell(std::optional<bool> value)
{
    if (!value)
        return {};
    return *value ? "true" : "false";
}

void addRow(std::string &csv, const std::vector<std::string> &cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i)
        csv.append(i == 0 ? "" : ",").append(cells[i]);
    csv += "\r\n";
}

} // namespace parallax
