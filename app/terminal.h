// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonObject>
#include <QStringList>

#include <array>
#include <string>

namespace parallax {

/// To standard output, at once: whoever reads a pipe wants it now.
void printNow(const QByteArray &bytes);
/// One object in a line.
void printLine(const QJsonObject &object);
/// For the end of a program: `code`, unless standard output did not take all that was written to it. Then it
/// says so, and the code is that of a system failure.
int codeOfOutput(int code);

/// Lines on a terminal that are drawn anew over themselves.
class LiveLines
{
public:
    /// `wanted`: the user asked for no other form. Where standard output is no terminal nothing is drawn.
    explicit LiveLines(bool wanted);

    bool isLive() const { return m_live; }
    /// As much of each line, and as many lines, as the terminal has room for: what wraps or scrolls away
    /// could not be drawn over.
    void draw(const QStringList &lines);
    /// The last time: all of it.
    void finish(const QStringList &lines);
    /// Something else was printed meanwhile: the next are drawn below.
    void leave() { m_drawn = 0; }

private:
    void replace(const QStringList &lines);

    bool m_live;
    qsizetype m_drawn = 0;
};

/// Qt's application for a command that has read its arguments already.
class CommandApplication
{
private:
    int m_count = 1;
    std::string m_name = "parallax-cli";
    std::array<char *, 2> m_arguments{m_name.data(), nullptr};

public:
    QCoreApplication qt{m_count, m_arguments.data()};
};

} // namespace parallax
