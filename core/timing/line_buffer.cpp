// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/line_buffer.h"

namespace parallax {

void LineBuffer::append(std::string_view bytes)
{
    m_bytes.erase(0, m_begin);
    m_begin = 0;
    m_bytes.append(bytes);
}

std::optional<std::string_view> LineBuffer::next()
{
    const std::string_view rest = std::string_view(m_bytes).substr(m_begin);
    const std::size_t end = rest.substr(0, longestLine).find('\n');
    if (end == std::string_view::npos) {
        m_tooLong = m_tooLong || rest.size() >= longestLine;
        return std::nullopt;
    }
    m_begin += end + 1;
    return rest.substr(0, end + 1);
}

} // namespace parallax
