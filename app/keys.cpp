// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keys.h"

#include <array>

#include <unistd.h>

namespace parallax {

namespace {

/// Whoever is not, and asks for keys or changes the terminal, is stopped by it.
bool isInForeground()
{
    return ::tcgetpgrp(STDIN_FILENO) == ::getpgrp();
}

} // namespace

Keys::Keys()
{
    termios before{};
    if (::isatty(STDIN_FILENO) == 0 || !isInForeground() || ::tcgetattr(STDIN_FILENO, &before) != 0)
        return;
    termios each = before;
    each.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    each.c_cc[VMIN] = 0; // read() never waits
    each.c_cc[VTIME] = 0;
    if (::tcsetattr(STDIN_FILENO, TCSANOW, &each) == 0)
        m_before = before;
}

Keys::~Keys()
{
    if (m_before && isInForeground())
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &*m_before); // what was typed meanwhile is not the shell's
}

int Keys::descriptor() const
{
    return m_before ? STDIN_FILENO : -1;
}

std::string Keys::take()
{
    std::array<char, 64> pressed{};
    const auto count =
        m_before && isInForeground() ? ::read(STDIN_FILENO, pressed.data(), pressed.size()) : 0;
    return {pressed.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
}

} // namespace parallax
