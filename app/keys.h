// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include <termios.h>

namespace parallax {

/// The keys of the terminal at standard input, one by one and not shown, as long as this lives. None where
/// there is no terminal, or another program has its keys.
class Keys
{
public:
    Keys();
    ~Keys();
    Keys(const Keys &) = delete;
    Keys &operator=(const Keys &) = delete;

    /// Readable once one was pressed; -1 where there are none.
    int descriptor() const;
    /// Those pressed since.
    std::string take();

private:
    std::optional<termios> m_before; // how the terminal was
};

} // namespace parallax
