// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trace_printer.h"

#include "app/exit_code.h"
#include "app/program_files.h"
#include "app/trace_text.h"
#include "app/watch_text.h"
#include "core/data/path_notes.h"
#include "core/data/trace_figures.h"
#include "core/document/trace_document.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>

#include <unistd.h>

namespace parallax {

namespace {

constexpr Duration neighbourLookup = std::chrono::seconds(3); // of Linux, until it says that nobody is there
constexpr int leastSilentEnd = 3; // TTLs, before it is the target's silence and not the end of what was asked

std::string hostName()
{
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "localhost";
}

int complain(const Error &error)
{
    std::string message = error.message;
    if (error.code == ErrorCode::NotPermitted)
        message += ". To mend it: " + grantCommand();
    std::fprintf(stderr, "parallax-cli: %s\n", message.c_str());
    switch (error.code) {
    case ErrorCode::UnknownHost:
    case ErrorCode::NoNameServer:
        return exit_code::unknownHost;
    case ErrorCode::InvalidArgument:
        return exit_code::badArguments;
    default:
        return exit_code::systemFailure;
    }
}

} // namespace

TracePrinter::TracePrinter(const TraceOptions &options, TraceId id)
    : m_options(options)
    , m_id(id)
    , m_table(options.output == Output::Text && !isPing())
{
}

void TracePrinter::apply(const std::vector<Update> &updates)
{
    for (const Update &update : updates) {
        if (const auto *failed = std::get_if<TraceFailed>(&update))
            m_failed = failed->error;
        const auto *observed = std::get_if<TraceObserved>(&update);
        if (!observed || keepsObservations())
            m_board.apply(update);
        if (const auto *learnt = std::get_if<AddressesLearnt>(&update))
            m_namesKnown = learnt->complete;
        if (std::holds_alternative<TraceOpened>(update)) {
            m_began = true;
            begin();
        }
        if (observed && isPing())
            takePings(*observed);
        if (observed && printsRowsAsTheyCome())
            printNow(traceCsvRows(state()->record, observed->batch, observed->notSent));
    }
}

void TracePrinter::repaint(bool paused)
{
    if (!state())
        return;
    std::vector<std::string> notes;
    if (paused)
        notes.emplace_back("paused; p goes on");
    if (isWatch()) {
        for (const PathNote &note : pathNotes(pathRows(*state()), reached()))
            notes.push_back(englishOf(note));
    }
    m_table.draw(table(), notes);
}

int TracePrinter::finish()
{
    if (m_failed)
        return complain(*m_failed);
    const TraceRecord &record = state()->record;
    switch (m_options.output) {
    case Output::Text:
        finishText();
        break;
    case Output::Json:
        printNow(traceJson(record, isPing()) + '\n');
        break;
    case Output::MtrJson:
        printNow(mtrJson(state()->request, record, hostName()) + '\n');
        break;
    case Output::Csv:
        if (!printsRowsAsTheyCome()) // they are out
            printNow(traceCsv(record));
        break;
    case Output::Report:
        printNow(mtrReport(record, hostName()));
        explainLoss();
        break;
    }
    return reached() ? exit_code::done : exit_code::notReached;
}

/// Pings that are printed at once and in sums are not kept: people ping for weeks.
bool TracePrinter::keepsObservations() const
{
    return !isPing() || m_options.output == Output::Json;
}

bool TracePrinter::printsRowsAsTheyCome() const
{
    return m_options.output == Output::Csv && (isPing() || isWatch());
}

bool TracePrinter::reached() const
{
    if (isPing())
        return m_pings.received() > 0;
    if (isWatch())
        return targetAnswered(*state());
    const TraceRecord &record = state()->record;
    return std::any_of(record.observations.begin(), record.observations.end(),
                       [&](const Observation &o) { return reachedTarget(o, record.address.address); });
}

void TracePrinter::begin() const
{
    if (printsRowsAsTheyCome())
        printNow(traceCsvHeader());
    if (m_options.output == Output::Text)
        printNow((isPing()        ? pingHeading(*state())
                      : isWatch() ? watchHeading(*state()) + (isLive() ? "; p pauses, q ends it" : "")
                                  : traceHeading(*state()))
                 + '\n');
}

void TracePrinter::takePings(const TraceObserved &news)
{
    for (const Observation &ping : news.batch)
        m_pings.add(ping, state()->record.address.address);
    m_pings.addNotSent(news.notSent.size());
    showPings(news);
}

void TracePrinter::showPings(const TraceObserved &news) const
{
    if (m_options.output != Output::Text)
        return;
    for (const Observation &observation : news.batch) {
        const std::string line = pingLine(*state(), observation);
        if (!line.empty())
            printNow(line + '\n');
    }
    for (const Probe &probe : news.notSent)
        printNow(unsentPingLine(probe) + '\n');
}

void TracePrinter::finishText()
{
    if (isPing()) {
        printNow('\n' + pingSummary(state()->record, m_pings));
    } else if (m_table.isLive()) {
        m_table.finish(table());
    } else {
        std::string text;
        for (const std::string &line : table())
            text += line + '\n';
        printNow(text);
    }
    if (const auto mtu = pathMtu(state()->record))
        printNow("path MTU " + std::to_string(*mtu) + " bytes\n");
    if (!isPing() || state()->record.method == Method::UdpDatagram)
        explainLoss();
}

std::vector<std::string> TracePrinter::table() const
{
    return isWatch() ? watchLines(*state(), terminalColumns()) : traceLines(*state());
}

void TracePrinter::explainLoss() const
{
    const auto rows = isPing() ? std::vector{m_pings.row()} : pathRows(*state());
    for (const PathNote &note : pathNotes(rows, reached()))
        std::fprintf(stderr, "%s\n", englishOf(note).c_str());
    if (!isPing() && !isWatch())
        adviseFurther();
}

/// Where the path seems to have no end.
void TracePrinter::adviseFurther() const
{
    const TraceRecord &record = state()->record;
    if (record.end != PathEnd::Silent && record.end != PathEnd::MaxTtl)
        return;
    const int furthest = std::accumulate(
        record.observations.begin(), record.observations.end(), 0,
        [](int ttl, const Observation &o) { return o.reply ? std::max<int>(ttl, o.probe.ttl) : ttl; });
    const int last = m_options.request.maxTtl;
    if (last - furthest < leastSilentEnd) {
        std::fprintf(stderr, "TTL %d was the last one asked: with a larger -m there may be more.\n", last);
        return;
    }
    if (record.method == Method::UdpDatagram)
        std::fprintf(stderr,
                     "The target did not answer UDP. Many hosts and firewalls drop it, and others "
                     "answer only so much: try -I or -T.\n");
    if (record.end == PathEnd::Silent && m_options.request.tailWait < neighbourLookup)
        std::fprintf(stderr, "Where nobody has that address, the last router says so with -w 5.\n");
}

} // namespace parallax
