// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clock_command.h"

#include "app/clock_arguments.h"
#include "app/clock_printer.h"
#include "app/command_application.h"
#include "app/exit_code.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "app/unprivileged.h"
#include "core/data/clock_names.h"
#include "core/exporter/clock_export.h"
#include "core/text/words.h"
#include "core/timing/clock_hub.h"

#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <unistd.h>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto repaintInterval = 200ms;

/// Shows clock clients as they go on; holds no event loop.
class ClientView
{
public:
    explicit ClientView(const ClockClientOptions &options)
        : m_options(options)
        , m_table(options.output == Output::Text)
    {
        if (options.output == Output::Csv)
            printNow(clockCsvHeader());
    }

    /// From now on a client that had not begun is no failure.
    void stop() { m_stopped = true; }

    void apply(const ClockUpdate &update)
    {
        if (m_stopped && std::holds_alternative<ClockFailed>(update)) {
            ++m_over;
            return;
        }
        m_board.apply(update);
        if (const auto *opened = std::get_if<ClockOpened>(&update))
            begin(opened->clock);
        if (const auto *sampled = std::get_if<ClockSampled>(&update))
            show(*sampled);
        if (const auto *closed = std::get_if<ClockClosed>(&update)) {
            ++m_over;
            if (m_options.output == Output::Json)
                printLine(clockSummaryObject(*m_board.find(closed->clock)));
        }
        if (const auto *failed = std::get_if<ClockFailed>(&update)) {
            ++m_over;
            m_failed = failed->error;
        }
    }

    bool isOver() const { return m_over == m_options.schemes.size(); }

    /// Draws the table anew over the old one.
    void repaint()
    {
        if (!m_board.clocks().empty() && !m_failed)
            m_table.draw(linesOf(clockTable(m_board)));
    }

    int finish()
    {
        if (m_failed)
            return complain(*m_failed);
        if (!m_board.clocks().empty())
            conclude();
        const bool answered = std::any_of(m_board.clocks().begin(), m_board.clocks().end(),
                                          [](const auto &entry) { return entry.second.counts.answered > 0; });
        if (answered)
            return exit_code::done;
        std::fprintf(stderr, "parallax-cli: %s, UDP port %d: no clock server answered\n",
                     m_options.request.host.c_str(), m_options.request.port);
        return exit_code::notReached;
    }

private:
    using Output = ClockClientOptions::Output;

    void conclude()
    {
        if (m_table.isLive())
            repaint();
        else if (m_options.output == Output::Text)
            printNow((clockTable(m_board).join(QLatin1Char('\n')) + QLatin1Char('\n')).toUtf8());
        const QString note = clockNote(m_board);
        if (m_options.output == Output::Text && !note.isEmpty())
            printNow(note.toUtf8() + '\n');
    }

    void begin(ClockId clock)
    {
        if (m_options.output == Output::Text && !std::exchange(m_begun, true))
            printNow(clockHeading(*m_board.find(clock)).toUtf8() + '\n');
    }

    void show(const ClockSampled &sampled)
    {
        const ClockState &state = *m_board.find(sampled.clock);
        for (const ClockSample &sample : sampled.samples) {
            if (m_options.output == Output::Json)
                printLine(clockSampleObject(state, sample));
            if (m_options.output == Output::Csv)
                printNow(clockCsvRow(state, sample));
        }
        for (const ClockEvent &event : sampled.events) {
            if (m_options.output == Output::Json)
                printLine(clockEventObject(state, event));
            else if (isUrgent(event.kind))
                complainOf(state, event);
        }
    }

    /// What a person must know while the table goes on.
    static bool isUrgent(ClockEvent::Kind kind)
    {
        return kind == ClockEvent::Kind::OwnClockStepped || kind == ClockEvent::Kind::TheirClockStepped
            || kind == ClockEvent::Kind::ServerSilent || kind == ClockEvent::Kind::ServerBack;
    }

    void complainOf(const ClockState &state, const ClockEvent &event)
    {
        const QString scheme = Words().clockScheme(state.request.scheme);
        std::fprintf(stderr, "%s: %s\n", qPrintable(scheme), qPrintable(Words().clockEvent(event)));
        if (isatty(STDERR_FILENO) != 0)
            m_table.leave(); // it goes on below
    }

    static int complain(const Error &error)
    {
        std::fprintf(stderr, "parallax-cli: %s\n", error.message.c_str());
        return error.code == ErrorCode::UnknownHost ? exit_code::unknownHost : exit_code::systemFailure;
    }

    const ClockClientOptions &m_options;
    LiveLines m_table;
    bool m_begun = false;
    bool m_stopped = false;
    ClockBoard m_board;
    std::size_t m_over = 0;
    std::optional<Error> m_failed;
};

/// Ends the program.
[[noreturn]] void askUntilDone(const ClockClientOptions &options)
{
    const CommandApplication application;
    const StopSignals stopSignals;
    ClockHub hub;
    ClientView view(options);
    QTimer repaint;
    QObject::connect(&hub, &ClockHub::updated, &hub, [&](const QList<ClockUpdate> &updates) {
        for (const ClockUpdate &update : updates)
            view.apply(update);
        if (view.isOver())
            QCoreApplication::quit();
    });
    const auto ids = [&](auto each) {
        for (const ClockScheme scheme : options.schemes)
            each(ClockId{static_cast<unsigned long long>(scheme)}, scheme);
    };
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &hub, [&] {
        view.stop();
        ids([&](ClockId id, ClockScheme) { hub.close(id); });
    });
    QObject::connect(&repaint, &QTimer::timeout, &hub, [&] { view.repaint(); });
    repaint.start(repaintInterval);
    QTimer::singleShot(0, &hub, [&] {
        ids([&](ClockId id, ClockScheme scheme) {
            ClockRequest request = options.request;
            request.scheme = scheme;
            hub.open(id, request);
        });
    });
    QCoreApplication::exec();
    const int code = view.finish();
    const bool endless = options.request.count == 0; // whose only end is an interruption
    const int interrupted = endless ? 0 : stopSignals.exitCode();
    std::fflush(stdout);
    // Not return: Qt would wait for the threads that still ask a name server.
    std::_Exit(interrupted != 0 ? interrupted : code);
}

} // namespace

int runClockClient(const ClockClientOptions &options)
{
    auto key = keyIn(options.keyFile);
    if (!key)
        return fail(key.error());
    ClockClientOptions whole = options;
    whole.request.key = std::move(key).value();
    askUntilDone(whole);
}

} // namespace parallax
