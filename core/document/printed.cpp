// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/printed.h"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>

namespace parallax {

std::string printed(const char *format, ...)
{
    std::array<char, 128> most{}; // of what is ever printed has room here, and is printed once
    std::va_list first;
    va_start(first, format);
    std::va_list again;
    va_copy(again, first);
    const int whole = std::vsnprintf(most.data(), most.size(), format, first);
    va_end(first);
    const auto length = static_cast<std::size_t>(std::max(whole, 0));
    std::string text(most.data(), std::min(length, most.size() - 1));
    if (text.size() < length) {
        text.resize(length);
        std::vsnprintf(text.data(), text.size() + 1, format, again); // its end is a string's own
    }
    va_end(again);
    return text;
}

} // namespace parallax
