// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trace_command.h"

#include "app/config_file.h"
#include "app/exit_code.h"
#include "app/missing_rights.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "app/trace_text.h"
#include "core/data/path_figures.h"
#include "core/exporter/trace_export.h"
#include "core/geo/geo_files.h"
#include "core/path/path_hub.h"
#include "core/text/words.h"

#include <QCoreApplication>
#include <QHostInfo>
#include <QJsonDocument>
#include <QTimer>

#include <array>
#include <cstdio>
#include <cstdlib>

#include <unistd.h>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto namePatience = 1000ms; // for name servers, once the path is known
constexpr auto repaintInterval = 100ms;

void print(const QString &text)
{
    printNow(text.toUtf8());
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

    void apply(const QList<Update> &updates)
    {
        for (const Update &update : updates) {
            if (const auto *failed = std::get_if<TraceFailed>(&update))
                m_failed = failed->error;
            m_board.apply(update);
            if (const auto *learnt = std::get_if<AddressesLearnt>(&update))
                m_namesKnown = learnt->complete;
            if (std::holds_alternative<TraceOpened>(update))
                begin();
            if (const auto *observed = std::get_if<TraceObserved>(&update))
                showPings(*observed);
        }
    }

    bool isOver() const { return m_failed || (state() && state()->record.end != PathEnd::Running); }
    bool namesKnown() const { return m_namesKnown || m_failed || !m_options.request.names; }

    /// Draws the table anew over the old one.
    void repaint()
    {
        if (m_table.isLive() && state())
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
            print(compact(traceObject(record, isPing())));
            break;
        case TraceOptions::Output::MtrJson:
            print(compact(mtrObject(state()->request, record, QHostInfo::localHostName())));
            break;
        case TraceOptions::Output::Csv:
            if (!isPing()) // whose rows are out
                printNow(traceCsv(record));
            break;
        case TraceOptions::Output::Report:
            print(mtrReport(record, QHostInfo::localHostName()));
            explainLoss();
            break;
        }
        return reached() ? exit_code::done : exit_code::notReached;
    }

    bool isPing() const { return m_options.request.kind == TraceRequest::Kind::Ping; }

private:
    const TraceState *state() const { return m_board.find(m_id); }

    static QString compact(const QJsonObject &object)
    {
        return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + QLatin1Char('\n');
    }

    void begin() const
    {
        if (m_options.output == TraceOptions::Output::Csv && isPing())
            printNow(traceCsvHeader());
        if (m_options.output == TraceOptions::Output::Text)
            print((isPing() ? pingHeading(*state()) : traceHeading(*state())) + QLatin1Char('\n'));
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
            const QString line = pingLine(*state(), observation);
            if (!line.isEmpty())
                print(line + QLatin1Char('\n'));
        }
        for (const Probe &probe : news.notSent)
            print(unsentPingLine(probe) + QLatin1Char('\n'));
    }

    void finishText()
    {
        if (isPing())
            print(QLatin1Char('\n') + pingSummary(*state()));
        else if (m_table.isLive())
            m_table.finish(traceLines(*state()));
        else
            print(traceLines(*state()).join(QLatin1Char('\n')) + QLatin1Char('\n'));
        if (const auto mtu = pathMtu(state()->record))
            print(QStringLiteral("path MTU %1 bytes\n").arg(*mtu));
        if (!isPing())
            explainLoss();
    }

    void explainLoss() const
    {
        for (const QString &note : Words().pathNotes(pathRows(state()->record), reached()))
            std::fprintf(stderr, "%s\n", qPrintable(note));
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
};

PathAddressBook bookOf(const Config &config)
{
    const auto files = std::make_shared<const GeoFiles>(geoFolder(config).toStdString());
    if (files->found().empty())
        return {};
    return [files](const IpAddress &address) { return files->find(address); };
}

} // namespace

int runTrace(const Config &config, const TraceOptions &options, PathDoor door)
{
    int argc = 1;
    std::string name = "parallax-cli";
    std::array<char *, 2> argv{name.data(), nullptr};
    QCoreApplication application(argc, argv.data());
    const StopSignals stopSignals;
    PathHub hub(door.port.get(), door.why);
    hub.setAddressBook(bookOf(config));
    const TraceId id = nextTraceId();
    TraceView view(options, id);
    QTimer repaint;
    QTimer namesLate;
    namesLate.setSingleShot(true);
    const auto look = [&] {
        if (!view.isOver())
            return;
        if (view.namesKnown())
            QCoreApplication::quit();
        else if (!namesLate.isActive())
            namesLate.start(namePatience);
    };
    QObject::connect(&hub, &PathHub::updated, &application, [&](const QList<Update> &updates) {
        view.apply(updates);
        look();
    });
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &application, [&] { hub.close(id); });
    QObject::connect(&repaint, &QTimer::timeout, &application, [&] { view.repaint(); });
    QObject::connect(&namesLate, &QTimer::timeout, &application, &QCoreApplication::quit);
    repaint.start(repaintInterval);
    QTimer::singleShot(0, &application, [&] { hub.open(id, options.request); });
    QCoreApplication::exec();
    const int code = codeOfOutput(view.finish());
    const bool endless = view.isPing() && options.request.count == 0; // whose only end is an interruption
    const int interrupted = endless ? 0 : stopSignals.exitCode();
    // Not return: Qt would wait for the threads that still ask a name server.
    std::_Exit(interrupted != 0 && code != exit_code::systemFailure ? interrupted : code);
}

} // namespace parallax
