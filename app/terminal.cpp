// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal.h"

#include "app/exit_code.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

namespace parallax {

namespace {

constexpr winsize usualTerminal{.ws_row = 24, .ws_col = 80, .ws_xpixel = 0, .ws_ypixel = 0};

winsize terminalSize()
{
    winsize size{};
    const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 1 && size.ws_col > 0;
    return known ? size : usualTerminal;
}

bool isTerminal()
{
    const char *kind = std::getenv("TERM");
    return isatty(STDOUT_FILENO) != 0 && std::string_view(kind != nullptr ? kind : "") != "dumb";
}

/// The first characters of a line; one may be several bytes of UTF-8.
std::string_view beginning(std::string_view line, std::size_t characters)
{
    const auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U; };
    std::size_t length = 0;
    for (; length < line.size(); ++length) {
        if (!continues(line[length]) && characters-- == 0)
            break;
    }
    return line.substr(0, length);
}

} // namespace

void printNow(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

int codeOfOutput(int code)
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return code;
    std::fprintf(stderr, "parallax-cli: not all of the output could be written\n");
    return exit_code::systemFailure;
}

LiveLines::LiveLines(bool wanted)
    : m_live(wanted && isTerminal())
{
}

void LiveLines::draw(const std::vector<std::string> &lines)
{
    if (!m_live)
        return;
    const winsize size = terminalSize();
    std::vector<std::string> fitting;
    for (std::size_t at = 0; at < std::min<std::size_t>(lines.size(), size.ws_row - 1U); ++at)
        fitting.emplace_back(beginning(lines[at], size.ws_col));
    replace(fitting);
}

void LiveLines::finish(const std::vector<std::string> &lines)
{
    if (m_live)
        replace(lines);
}

void LiveLines::replace(const std::vector<std::string> &lines)
{
    // From the first column: Ctrl+C has left its mark in the last line.
    std::string screen = m_drawn > 0 ? "\r\x1b[" + std::to_string(m_drawn) + "A\x1b[J" : std::string();
    for (const std::string &line : lines)
        screen += line + '\n';
    printNow(screen);
    m_drawn = lines.size();
}

} // namespace parallax
