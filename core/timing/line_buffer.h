// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace parallax {

/// Cuts what arrives on a connection into lines.
class LineBuffer
{
public:
    static constexpr std::size_t longestLine = 1024; // bytes, its end included

    void append(std::string_view bytes);
    /// The next line with its end; nothing while there is no whole one. Valid until append().
    std::optional<std::string_view> next();
    /// The next line is longer than the longest, whether its end has arrived or not: no more will be cut.
    bool isTooLong() const { return m_tooLong; }

private:
    std::string m_bytes;
    std::size_t m_begin = 0; // of what is not cut yet
    bool m_tooLong = false;
};

} // namespace parallax
