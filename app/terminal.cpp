// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal.h"

#include "app/exit_code.h"

#include <algorithm>
#include <csignal>
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

/// By fg after Ctrl+Z: the shell has written to the terminal meanwhile.
volatile std::sig_atomic_t timesResumed = 0;

void countResumed(int /*signal*/)
{
    timesResumed = timesResumed + 1;
}

std::vector<std::string> fittingInto(const winsize &size, const std::vector<std::string> &lines)
{
    constexpr std::size_t leastRows = 4; // for what tells how much is left out
    const std::size_t rows = size.ws_row - 1U;
    const bool leavesOut = lines.size() > rows && rows >= leastRows;
    const std::size_t first = leavesOut ? rows - 2 : std::min(lines.size(), rows);
    std::vector<std::string> fitting;
    for (std::size_t at = 0; at < first; ++at)
        fitting.emplace_back(beginning(lines[at], size.ws_col));
    if (leavesOut) {
        fitting.push_back("    ... " + std::to_string(lines.size() - first - 1) + " more lines");
        fitting.emplace_back(beginning(lines.back(), size.ws_col));
    }
    return fitting;
}

} // namespace

std::optional<std::size_t> terminalColumns()
{
    return isTerminal() ? std::optional<std::size_t>(terminalSize().ws_col) : std::nullopt;
}

std::size_t widthOf(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; // no further byte of a character
    }));
}

std::string_view beginning(std::string_view text, std::size_t characters)
{
    const auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U; };
    std::size_t length = 0;
    for (; length < text.size(); ++length) {
        if (!continues(text[length]) && characters-- == 0)
            break;
    }
    return text.substr(0, length);
}

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
    if (!m_live)
        return;
    struct sigaction action {
    };
    action.sa_handler = countResumed;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGCONT, &action, nullptr);
}

void LiveLines::draw(const std::vector<std::string> &lines, const std::vector<std::string> &notes)
{
    if (!m_live)
        return;
    noteAbsence();
    const winsize size = terminalSize();
    std::vector<std::string> fitting = fittingInto(size, lines);
    for (std::size_t at = 0; at < notes.size() && fitting.size() + 1 < size.ws_row; ++at)
        fitting.emplace_back(beginning(notes[at], size.ws_col));
    if (fitting == m_shown && size.ws_col == m_columns)
        return;
    // Line by line: a screen that is cleared as a whole goes to the terminal's history, each time.
    std::string screen = toTheTop();
    for (const std::string &line : fitting)
        screen += "\x1b[2K" + line + '\n';
    printNow(screen + "\x1b[J");
    m_shown = fitting;
    m_columns = size.ws_col;
}

void LiveLines::finish(const std::vector<std::string> &lines)
{
    if (!m_live)
        return;
    noteAbsence();
    std::string screen = toTheTop() + "\x1b[J";
    for (const std::string &line : lines)
        screen += line + '\n';
    printNow(screen);
    m_shown.clear();
}

void LiveLines::noteAbsence()
{
    if (m_resumed != timesResumed)
        leave();
    m_resumed = timesResumed;
}

/// Over what was drawn, also where the terminal has become narrower since and wrapped it.
std::string LiveLines::toTheTop() const
{
    const std::size_t columns = terminalSize().ws_col;
    std::size_t rows = 0;
    for (const std::string &line : m_shown)
        rows += std::max<std::size_t>(1, (widthOf(line) + columns - 1) / columns);
    // From the first column: Ctrl+C has left its mark in the last line.
    return rows > 0 ? "\r\x1b[" + std::to_string(rows) + 'A' : std::string();
}

} // namespace parallax
