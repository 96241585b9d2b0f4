// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal.h"

#include "app/exit_code.h"

#include <QJsonDocument>

#include <cstdio>

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

} // namespace

void printNow(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void printLine(const QJsonObject &object)
{
    printNow(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

int codeOfOutput(int code)
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return code;
    std::fprintf(stderr, "parallax-cli: not all of the output could be written\n");
    return exit_code::systemFailure;
}

LiveLines::LiveLines(bool wanted)
    : m_live(wanted && isatty(STDOUT_FILENO) != 0 && qgetenv("TERM") != "dumb")
{
}

void LiveLines::draw(const QStringList &lines)
{
    if (!m_live)
        return;
    const winsize size = terminalSize();
    QStringList fitting = lines.mid(0, size.ws_row - 1);
    for (QString &line : fitting)
        line.truncate(size.ws_col);
    replace(fitting);
}

void LiveLines::finish(const QStringList &lines)
{
    if (m_live)
        replace(lines);
}

void LiveLines::replace(const QStringList &lines)
{
    QString screen = m_drawn > 0 ? QStringLiteral("\x1b[%1A\x1b[J").arg(m_drawn) : QString();
    for (const QString &line : lines)
        screen += line + QLatin1Char('\n');
    printNow(screen.toUtf8());
    m_drawn = lines.size();
}

} // namespace parallax
