// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trace_command.h"

#include "app/config_file.h"
#include "app/exit_code.h"
#include "app/keys.h"
#include "app/signal_pipe.h"
#include "app/terminal.h"
#include "app/trace_printer.h"
#include "core/geo/geo_files.h"
#include "core/trace/path_runs.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include <poll.h>
#include <unistd.h>

namespace parallax {

using namespace std::chrono_literals;

namespace {

using Steady = std::chrono::steady_clock; // for what is no measurement: the clock may be set

constexpr auto namePatience = 1s; // for name servers, once the path is known
constexpr auto repaintInterval = 100ms;
constexpr int mostOfTheTime = 20; // for what is measured: a table of a day's rounds takes its time

PathAddressBook bookOf(const Config &config)
{
    const auto files = std::make_shared<const GeoFiles>(geoFolder(config));
    if (files->found().empty())
        return {};
    return [files](const IpAddress &address) { return files->find(address); };
}

/// Waits for the runs, signals and the time to look again, and passes each on.
class TraceLoop
{
public:
    /// `takesKeys`: q ends it, p lets it pause and go on.
    TraceLoop(PathRuns &runs, TraceId trace, bool takesKeys)
        : m_runs(runs)
        , m_trace(trace)
    {
        if (takesKeys)
            m_keys.emplace();
        m_waited.push_back({.fd = m_keys ? m_keys->descriptor() : -1, .events = POLLIN, .revents = 0});
        for (const int descriptor : m_runs.descriptors())
            m_waited.push_back({.fd = descriptor, .events = POLLIN, .revents = 0});
        m_waited.push_back(
            {.fd = SignalPipe::descriptor(), .events = POLLIN, .revents = 0}); // -1 is passed over
        m_waited.push_back({.fd = STDOUT_FILENO, .events = 0, .revents = 0}); // whether anybody reads
    }

    void turn(std::optional<Steady::time_point> until)
    {
        std::optional<Duration> sleep = m_runs.patience(wallClock());
        if (until)
            sleep = std::clamp<Duration>(*until - Steady::now(), Duration{}, sleep.value_or(Duration::max()));
        const std::int64_t count = sleep.value_or(Duration{}).count();
        constexpr std::int64_t second = 1'000'000'000;
        const timespec timeout{.tv_sec = count / second, .tv_nsec = count % second};
        if (::ppoll(m_waited.data(), m_waited.size(), sleep ? &timeout : nullptr, nullptr) > 0) {
            for (pollfd &waited : m_waited) {
                if (waited.revents != 0)
                    hear(waited);
            }
        }
        m_runs.advance(wallClock());
    }

    bool isPaused() const { return m_paused; }
    bool interrupted() const { return m_ended || m_signals.received(); }
    /// As it was before.
    void leaveTerminal() { m_keys.reset(); }

private:
    void hear(pollfd &waited)
    {
        if (m_keys && waited.fd == m_keys->descriptor())
            hearKeys(waited);
        else if (waited.fd == STDOUT_FILENO)
            loseReader(waited);
        else if (waited.fd != SignalPipe::descriptor())
            m_runs.hear(waited.fd);
        else if (m_signals.take())
            end();
    }

    void hearKeys(pollfd &waited)
    {
        if ((waited.revents & ~POLLIN) != 0)
            waited.fd = -1; // the terminal is gone
        for (const char key : m_keys->take()) {
            if (key == 'q' || key == 'Q')
                return end();
            if (key == 'p' || key == ' ')
                m_runs.setPaused(m_trace, m_paused = !m_paused);
        }
    }

    /// As `head` goes after its line.
    void loseReader(pollfd &waited)
    {
        waited.fd = -1;
        m_runs.close(m_trace);
    }

    void end()
    {
        m_ended = true;
        m_waited.front().fd = -1;
        leaveTerminal(); // a second signal ends the program at once
        m_runs.close(m_trace);
    }

    PathRuns &m_runs;
    TraceId m_trace;
    SignalPipe m_signals;
    std::optional<Keys> m_keys;
    std::vector<pollfd> m_waited; // the keys first
    bool m_ended = false; // by the user
    bool m_paused = false;
};

} // namespace

void runTrace(const Config &config, const TraceOptions &options, Result<std::unique_ptr<SocketPort>> port)
{
    PathRuns runs(port ? port.value().get() : nullptr, port ? Error{} : port.error());
    runs.setAddressBook(bookOf(config));
    const TraceId id = nextTraceId();
    TracePrinter printer(options, id);
    TraceLoop loop(runs, id, printer.isWatch() && printer.isLive());
    std::optional<Steady::time_point> repaintAt;
    std::optional<Steady::time_point> namesUntil;
    bool cut = false; // by a signal, before it was done
    for (runs.open(id, options.request);; loop.turn(namesUntil ? namesUntil : repaintAt)) {
        cut = cut || (loop.interrupted() && !printer.isOver());
        printer.apply(runs.takeNews());
        if (std::ferror(stdout) != 0) { // nobody can read on
            runs.close(id);
            printer.apply(runs.takeNews()); // nothing would wake it for these
        }
        const auto now = Steady::now();
        if (printer.isOver() && !namesUntil)
            namesUntil = now + namePatience;
        if (printer.isOver() && (printer.namesKnown() || loop.interrupted() || now >= *namesUntil))
            break;
        if (printer.isLive() && now >= repaintAt.value_or(now)) {
            printer.repaint(loop.isPaused());
            const auto drawn = Steady::now();
            repaintAt = drawn + std::max<Steady::duration>(repaintInterval, mostOfTheTime * (drawn - now));
        }
    }
    loop.leaveTerminal();
    const int code = codeOfOutput(printer.finish());
    const bool endless = printer.isEndless() && !printer.neverBegan();
    const bool failed = code == exit_code::systemFailure && !printer.neverBegan();
    // Not return: a thread may still ask a name server, and what it uses must not go.
    std::_Exit(cut && !endless && !failed ? exit_code::interrupted : code);
}

} // namespace parallax
