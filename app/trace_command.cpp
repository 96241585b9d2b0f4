// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trace_command.h"

#include "app/config_file.h"
#include "app/exit_code.h"
#include "app/program_files.h"
#include "app/signal_pipe.h"
#include "app/terminal.h"
#include "app/trace_text.h"
#include "core/data/board.h"
#include "core/data/path_figures.h"
#include "core/data/path_notes.h"
#include "core/document/trace_document.h"
#include "core/geo/geo_files.h"
#include "core/trace/path_runs.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <numeric>

#include <poll.h>
#include <unistd.h>

namespace parallax {

using namespace std::chrono_literals;

namespace {

using Steady = std::chrono::steady_clock; // for what is no measurement: the clock may be set

constexpr auto namePatience = 1s; // for name servers, once the path is known
constexpr auto repaintInterval = 100ms;
constexpr int leastSilentEnd = 3; // TTLs, before it is the target's silence and not the end of what was asked

std::string hostName()
{
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "localhost";
}

/// Shows one trace or series of pings as it goes on; holds no event loop.
class TraceView
{
public:
    TraceView(const TraceOptions &options, TraceId id)
        : m_options(options)
        , m_id(id)
        , m_table(options.output == TraceOptions::Output::Text && !isPing())
    {
    }

    void apply(const std::vector<Update> &updates)
    {
        for (const Update &update : updates) {
            if (const auto *failed = std::get_if<TraceFailed>(&update))
                m_failed = failed->error;
            m_board.apply(update);
            if (const auto *learnt = std::get_if<AddressesLearnt>(&update))
                m_namesKnown = learnt->complete;
            if (std::holds_alternative<TraceOpened>(update)) {
                m_began = true;
                begin();
            }
            if (const auto *observed = std::get_if<TraceObserved>(&update))
                showPings(*observed);
        }
    }

    bool isOver() const { return m_failed || (state() && state()->record.end != PathEnd::Running); }
    bool namesKnown() const { return m_namesKnown || m_failed || !m_options.request.names; }

    bool isLive() const { return m_table.isLive(); }
    /// Draws the table anew over the old one.
    void repaint()
    {
        if (state())
            m_table.draw(traceLines(*state()));
    }

    int finish()
    {
        if (m_failed)
            return complain(*m_failed);
        const TraceRecord &record = state()->record;
        switch (m_options.output) {
        case TraceOptions::Output::Text:
            finishText();
            break;
        case TraceOptions::Output::Json:
            printNow(traceJson(record, isPing()) + '\n');
            break;
        case TraceOptions::Output::MtrJson:
            printNow(mtrJson(state()->request, record, hostName()) + '\n');
            break;
        case TraceOptions::Output::Csv:
            if (!isPing()) // whose rows are out
                printNow(traceCsv(record));
            break;
        case TraceOptions::Output::Report:
            printNow(mtrReport(record, hostName()));
            explainLoss();
            break;
        }
        return reached() ? exit_code::done : exit_code::notReached;
    }

    bool isPing() const { return m_options.request.kind == TraceRequest::Kind::Ping; }
    /// Its target's address never became known.
    bool neverBegan() const { return !m_began; }

private:
    const TraceState *state() const { return m_board.find(m_id); }

    void begin() const
    {
        if (m_options.output == TraceOptions::Output::Csv && isPing())
            printNow(traceCsvHeader());
        if (m_options.output == TraceOptions::Output::Text)
            printNow((isPing() ? pingHeading(*state()) : traceHeading(*state())) + '\n');
    }

    void showPings(const TraceObserved &news) const
    {
        if (!isPing())
            return;
        if (m_options.output == TraceOptions::Output::Csv)
            printNow(traceCsvRows(state()->record, news.batch, news.notSent));
        if (m_options.output != TraceOptions::Output::Text)
            return;
        for (const Observation &observation : news.batch) {
            const std::string line = pingLine(*state(), observation);
            if (!line.empty())
                printNow(line + '\n');
        }
        for (const Probe &probe : news.notSent)
            printNow(unsentPingLine(probe) + '\n');
    }

    void finishText()
    {
        if (isPing()) {
            printNow('\n' + pingSummary(*state()));
        } else if (m_table.isLive()) {
            m_table.finish(traceLines(*state()));
        } else {
            std::string text;
            for (const std::string &line : traceLines(*state()))
                text += line + '\n';
            printNow(text);
        }
        if (const auto mtu = pathMtu(state()->record))
            printNow("path MTU " + std::to_string(*mtu) + " bytes\n");
        if (!isPing() || state()->record.method == Method::UdpDatagram)
            explainLoss();
    }

    void explainLoss() const
    {
        for (const PathNote &note : pathNotes(pathRows(state()->record), reached()))
            std::fprintf(stderr, "%s\n", englishOf(note).c_str());
        const TraceRecord &record = state()->record;
        if (isPing() || (record.end != PathEnd::Silent && record.end != PathEnd::MaxTtl))
            return;
        const int furthest = std::accumulate(
            record.observations.begin(), record.observations.end(), 0,
            [](int ttl, const Observation &o) { return o.reply ? std::max<int>(ttl, o.probe.ttl) : ttl; });
        const int last = m_options.request.maxTtl;
        if (last - furthest < leastSilentEnd)
            std::fprintf(stderr, "TTL %d was the last one asked: with a larger -m there may be more.\n",
                         last);
        else if (record.method == Method::UdpDatagram)
            std::fprintf(stderr,
                         "The target did not answer UDP. Many hosts and firewalls drop it, and others "
                         "answer only so much: try -I or -T.\n");
    }

    bool reached() const
    {
        const TraceRecord &record = state()->record;
        return std::any_of(record.observations.begin(), record.observations.end(),
                           [&](const Observation &o) { return reachedTarget(o, record.address.address); });
    }

    static int complain(const Error &error)
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

    const TraceOptions &m_options;
    TraceId m_id;
    LiveLines m_table;
    Board m_board;
    std::optional<Error> m_failed;
    bool m_namesKnown = true;
    bool m_began = false;
};

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
    TraceLoop(PathRuns &runs, TraceId trace)
        : m_runs(runs)
        , m_trace(trace)
    {
        for (const int descriptor : m_runs.descriptors())
            m_waited.push_back({.fd = descriptor, .events = POLLIN, .revents = 0});
        m_waited.push_back(
            {.fd = SignalPipe::descriptor(), .events = POLLIN, .revents = 0}); // -1 is passed over
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
            for (const pollfd &waited : m_waited) {
                if (waited.revents != 0)
                    hear(waited.fd);
            }
        }
        m_runs.advance(wallClock());
    }

    bool interrupted() const { return m_signals.received(); }

private:
    void hear(int descriptor)
    {
        if (descriptor != SignalPipe::descriptor())
            m_runs.hear(descriptor);
        else if (m_signals.take())
            m_runs.close(m_trace);
    }

    PathRuns &m_runs;
    TraceId m_trace;
    SignalPipe m_signals;
    std::vector<pollfd> m_waited;
};

} // namespace

void runTrace(const Config &config, const TraceOptions &options, Result<std::unique_ptr<SocketPort>> port)
{
    PathRuns runs(port ? port.value().get() : nullptr, port ? Error{} : port.error());
    runs.setAddressBook(bookOf(config));
    const TraceId id = nextTraceId();
    TraceLoop loop(runs, id);
    TraceView view(options, id);
    std::optional<Steady::time_point> repaintAt;
    std::optional<Steady::time_point> namesUntil;
    bool cut = false; // by a signal, before it was done
    for (runs.open(id, options.request);; loop.turn(namesUntil ? namesUntil : repaintAt)) {
        cut = cut || (loop.interrupted() && !view.isOver());
        view.apply(runs.takeNews());
        if (std::ferror(stdout) != 0) { // nobody can read on
            runs.close(id);
            view.apply(runs.takeNews()); // nothing would wake it for these
        }
        const auto now = Steady::now();
        if (view.isOver() && !namesUntil)
            namesUntil = now + namePatience;
        if (view.isOver() && (view.namesKnown() || loop.interrupted() || now >= *namesUntil))
            break;
        if (view.isLive() && now >= repaintAt.value_or(now)) {
            view.repaint();
            repaintAt = now + repaintInterval;
        }
    }
    const int code = codeOfOutput(view.finish());
    // The only end of a ping without a count is an interruption.
    const bool endless = view.isPing() && options.request.count == 0 && !view.neverBegan();
    const bool failed = code == exit_code::systemFailure && !view.neverBegan();
    // Not return: a thread may still ask a name server, and what it uses must not go.
    std::_Exit(cut && !endless && !failed ? exit_code::interrupted : code);
}

} // namespace parallax
