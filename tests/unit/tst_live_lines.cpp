// SPDX-License-Identifier: GPL-3.0-or-later
// What a table that is drawn over itself writes to a terminal.
#include "app/terminal.h"

#include <QTest>

#include <array>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <string>

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace parallax;

namespace {

constexpr unsigned short columns = 20;
constexpr unsigned short rows = 6;

/// All that `work` writes to a terminal of its own, its line ends as they were written.
std::string written(const std::function<void()> &work)
{
    winsize size{.ws_row = rows, .ws_col = columns, .ws_xpixel = 0, .ws_ypixel = 0};
    termios raw{};
    ::cfmakeraw(&raw);
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, &raw, &size);
    if (child == 0) {
        ::setenv("TERM", "xterm", 1);
        work();
        ::_exit(0);
    }
    std::string text;
    std::array<char, 4096> part{};
    ssize_t count = 0;
    while ((count = ::read(terminal, part.data(), part.size())) > 0)
        text.append(part.data(), static_cast<std::size_t>(count));
    ::close(terminal);
    ::waitpid(child, nullptr, 0);
    return text;
}

/// A line in its place, whatever was there.
std::string anew(const std::string &line)
{
    return "\x1b[2K" + line + "\n";
}

const std::string below = "\x1b[J"; // cleared

} // namespace

class TestLiveLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreDrawnOverThemselves()
    {
        const std::string text = written([] {
            LiveLines lines(true);
            lines.draw({"one", "two"});
            lines.draw({"one", "two"}); // nothing to do
            lines.draw({"one", "three"}, {"a note"});
            lines.finish({"all of it"});
        });
        QCOMPARE(text,
                 anew("one") + anew("two") + below + "\r\x1b[2A" + anew("one") + anew("three")
                     + anew("a note") + below + "\r\x1b[3A" + below + "all of it\n");
    }

    void whatTheTerminalHasNoRoomForIsLeftOut()
    {
        const std::string text = written([] {
            LiveLines(true).draw({std::string(30, 'x'), "2", "3", "4", "5", "6", "last"}, {"a note"});
        });
        QCOMPARE(text,
                 anew(std::string(columns, 'x')) + anew("2") + anew("3") + anew("    ... 3 more lines")
                     + anew("last") + below);
    }

    /// Ctrl+Z, something else, fg: what was written meanwhile stays.
    void whoWasStoppedDrawsBelow()
    {
        const std::string text = written([] {
            LiveLines lines(true);
            lines.draw({"one", "two"});
            ::raise(SIGCONT);
            lines.draw({"one", "two"});
            lines.draw({"one", "three"});
            ::raise(SIGCONT);
            lines.finish({"all"});
        });
        QCOMPARE(text,
                 anew("one") + anew("two") + below + anew("one") + anew("two") + below + "\r\x1b[2A"
                     + anew("one") + anew("three") + below + below + "all\n");
    }

    void nothingIsDrawnElsewhere()
    {
        const std::string text = written([] {
            LiveLines other(false); // the user asked for another form
            other.draw({"one"});
            other.finish({"all"});
            ::setenv("TERM", "dumb", 1);
            LiveLines dumb(true);
            dumb.draw({"one"});
            if (other.isLive() || dumb.isLive())
                printNow("live");
        });
        QCOMPARE(text, std::string());
    }
};

QTEST_APPLESS_MAIN(TestLiveLines)
#include "tst_live_lines.moc"
