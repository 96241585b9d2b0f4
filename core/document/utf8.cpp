// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/utf8.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

unsigned byteAt(std::string_view text, std::size_t at)
{
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

} // namespace

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

std::string validUtf8(std::string_view text)
{
    std::string valid;
    valid.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = characterLength(text.substr(at));
        valid += length == 0 ? replacementCharacter : text.substr(at, length);
        at += std::max<std::size_t>(length, 1);
    }
    return valid;
}

} // namespace parallax
