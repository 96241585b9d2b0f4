// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clock_client_view.h"

#include "app/clock_printer.h"
#include "app/command_application.h"
#include "app/exit_code.h"
#include "core/exporter/clock_export.h"
#include "core/text/words.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include <unistd.h>

namespace parallax {

namespace {

/// What a person must know while the table goes on.
bool isUrgent(ClockEvent::Kind kind)
{
    return kind == ClockEvent::Kind::OwnClockStepped || kind == ClockEvent::Kind::TheirClockStepped
        || kind == ClockEvent::Kind::ServerSilent || kind == ClockEvent::Kind::ServerBack;
}

int complain(const Error &error)
{
    std::fprintf(stderr, "parallax-cli: %s\n", error.message.c_str());
    if (error.code == ErrorCode::InvalidArgument)
        return exit_code::badArguments;
    return error.code == ErrorCode::UnknownHost ? exit_code::unknownHost : exit_code::systemFailure;
}

} // namespace

ClockClientView::ClockClientView(const ClockClientOptions &options)
    : m_options(options)
    , m_table(options.output == Output::Text)
{
    if (options.output == Output::Csv)
        printNow(clockCsvHeader());
}

void ClockClientView::apply(const ClockUpdate &update)
{
    if (m_stopped && std::holds_alternative<ClockFailed>(update)) {
        ++m_over;
        return;
    }
    m_board.apply(update);
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

/// Until an address has answered, the one that is asked stands above the table.
void ClockClientView::repaint()
{
    if (m_board.clocks().empty() || m_failed)
        return;
    QStringList lines = clockTable(m_board);
    if (!m_headed)
        lines.prepend(clockHeading(m_board.clocks().begin()->second));
    m_table.draw(linesOf(lines));
}

int ClockClientView::finish()
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

/// Once: the table is drawn below it from now on.
void ClockClientView::head(const ClockState &state)
{
    if (m_options.output != Output::Text || std::exchange(m_headed, true))
        return;
    m_table.draw({});
    printNow(clockHeading(state).toUtf8() + '\n');
}

void ClockClientView::show(const ClockSampled &sampled)
{
    const ClockState &state = *m_board.find(sampled.clock);
    if (state.counts.answered > 0)
        head(state);
    for (const ClockSample &sample : sampled.samples) {
        if (m_options.output == Output::Json)
            printLine(clockSampleObject(state, sample));
        if (m_options.output == Output::Csv)
            printNow(clockCsvRow(static_cast<std::uint64_t>(sampled.clock), state, sample));
    }
    for (const ClockEvent &event : sampled.events) {
        if (m_options.output == Output::Json)
            printLine(clockEventObject(state, event));
        else if (isUrgent(event.kind))
            complainOf(state, event);
    }
}

void ClockClientView::complainOf(const ClockState &state, const ClockEvent &event)
{
    const QString scheme = Words().clockScheme(state.request.scheme);
    std::fprintf(stderr, "%s: %s\n", qPrintable(scheme), qPrintable(Words().clockEvent(event)));
    if (isatty(STDERR_FILENO) != 0)
        m_table.leave(); // it goes on below
}

void ClockClientView::conclude()
{
    head(m_board.clocks().begin()->second); // where nobody has answered
    if (m_table.isLive())
        repaint();
    else if (m_options.output == Output::Text)
        printNow((clockTable(m_board).join(QLatin1Char('\n')) + QLatin1Char('\n')).toUtf8());
    const QString note = clockNote(m_board);
    if (m_options.output == Output::Text && !note.isEmpty())
        printNow(note.toUtf8() + '\n');
}

} // namespace parallax
