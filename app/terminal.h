// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parallax {

/// To standard output, at once: whoever reads a pipe wants it now.
void printNow(std::string_view text);
/// For the end of a program: `code`, unless standard output did not take all that was written to it. Then it
/// says so, and the code is that of a system failure.
int codeOfOutput(int code);

/// Of the terminal at standard output; nothing where there is none.
std::optional<std::size_t> terminalColumns();
/// Characters of UTF-8.
std::size_t widthOf(std::string_view text);
/// The first characters of a text; one may be several bytes.
std::string_view beginning(std::string_view text, std::size_t characters);

/// Lines (UTF-8) on a terminal that are drawn anew over themselves.
class LiveLines
{
public:
    /// `wanted`: the user asked for no other form. Where standard output is no terminal nothing is drawn.
    explicit LiveLines(bool wanted);

    bool isLive() const { return m_live; }
    /// As much of each line, and as many lines, as the terminal has room for: what wraps or scrolls away
    /// could not be drawn over. The last line is shown always; notes stand below where there is room.
    void draw(const std::vector<std::string> &lines, const std::vector<std::string> &notes = {});
    /// The last time: all of it.
    void finish(const std::vector<std::string> &lines);
    /// Something else was printed meanwhile: the next are drawn below.
    void leave() { m_shown.clear(); }

private:
    void noteAbsence();
    std::string toTheTop() const;

    bool m_live;
    std::vector<std::string> m_shown; // by the last draw()
    std::size_t m_columns = 0; // at that time
    int m_resumed = 0; // how often it was, by that time
};

} // namespace parallax
