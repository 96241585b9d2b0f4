// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/csv_cell.h"

#include "core/document/document_values.h"
#include "core/document/printed.h"
#include "core/document/utf8.h"

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

/// Unicode's category Cc, but for the ends of lines; of a character in UTF-8.
bool isControl(std::string_view character)
{
    const auto byte = [character](std::size_t at) { return static_cast<unsigned char>(character[at]); };
    if (character.size() == 1)
        return (byte(0) < 0x20 && character != "\n" && character != "\r") || byte(0) == 0x7F;
    return byte(0) == 0xC2 && byte(1) < 0xA0; // C1
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
            safe += replacementCharacter;
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
