// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/printed.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>

namespace parallax {

std::string printed(const char *format, ...)
{
    std::va_list measured;
    va_start(measured, format);
    std::va_list values;
    va_copy(values, measured);
    const int length = std::vsnprintf(nullptr, 0, format, measured);
    va_end(measured);
    std::string text(static_cast<std::size_t>(std::max(length, 0)), '\0');
    std::vsnprintf(text.data(), text.size() + 1, format, values); // its end is a string's own
    va_end(values);
    return text;
}

} // namespace parallax
