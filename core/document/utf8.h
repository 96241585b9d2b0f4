// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace parallax {

constexpr std::string_view replacementCharacter = "\xEF\xBF\xBD"; // U+FFFD

/// Bytes of the character at the beginning of `text`, by table 3-7 of the Unicode standard; 0: it is not
/// UTF-8.
std::size_t characterLength(std::string_view text);

/// With U+FFFD for every byte that belongs to no character.
std::string validUtf8(std::string_view text);

} // namespace parallax
