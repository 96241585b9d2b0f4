// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_wiring.h"

#include "app/config_file.h"
#include "app/config_writer.h"
#include "app/engine.h"
#include "app/host_notes.h"
#include "app/log_file.h"
#include "app/run_export.h"
#include "core/data/own_addresses.h"
#include "core/document/trace_document.h"
#include "core/exporter/clock_export.h"
#include "core/exporter/formats.h"
#include "core/exporter/watch_export.h"
#include "core/packet/pcapng.h"
#include "core/store/store_files.h"
#include "ui/main_window.h"

#include <QSysInfo>
#include <QThread>

#include <memory>
#include <utility>

namespace parallax {

namespace {

std::string_view formatName(ExportFormat format)
{
    switch (format) {
    case ExportFormat::TestersCsv:
        return "csv";
    case ExportFormat::SamplesCsv:
        return "samples";
    case ExportFormat::JsonLines:
        return "jsonl";
    case ExportFormat::CalculatencyJson:
        return "calculatency";
    }
    return {};
}

Result<void> exportTo(const QString &file, ExportFormat format, const std::vector<SessionRecord> &records)
{
    const auto content = exported(formatName(format), records);
    if (!content)
        return content.error();
    return writeExport(file, content.value());
}

/// Whether an export may replace `file`; where that is the store, the window says so.
bool mayReplace(MainWindow &window, const Engine &engine, const QString &file)
{
    const auto spared = spareStore(file, engine.store());
    if (!spared)
        window.exportDone(file, spared);
    return static_cast<bool>(spared);
}

/// In a thread of its own, with a connection of its own: many runs take seconds to read, and the store goes
/// on saving. Whoever closes the window does not wait for them.
void exportAll(MainWindow &window, ExportFormat format, const QString &file, AllRuns runs)
{
    auto result = std::make_shared<Result<void>>();
    QThread *thread = QThread::create([format, file, runs = std::move(runs), result] {
        *result = exportAllRuns(runs, formatName(format), file);
    });
    QObject::connect(thread, &QThread::finished, &window,
                     [&window, file, result] { window.exportDone(file, *result); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    QObject::connect(&window, &QObject::destroyed, thread, [thread] {
        thread->requestInterruption();
        thread->wait();
    });
    thread->start(QThread::LowPriority);
}

/// Writes in a thread of its own: a day's rounds take seconds. The state is copied, since it goes on growing.
/// Whoever closes the window waits for them, since the file was asked for.
void exportTrace(MainWindow &window, const TraceExport &wanted, const TraceState &state)
{
    auto write = [wanted, state = wanted.hideOwn ? withOwnHidden(state) : state] {
        return wanted.format == TraceFormat::Csv ? writeTraceCsv(state, wanted.file)
                                                 : writeTraceJson(state, wanted.file, wanted.limits);
    };
    auto result = std::make_shared<Result<void>>();
    QThread *thread = QThread::create([write = std::move(write), result] { *result = write(); });
    QObject::connect(thread, &QThread::finished, &window,
                     [&window, file = wanted.file, result] { window.exportDone(file, *result); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    QObject::connect(&window, &QObject::destroyed, thread, [thread] { thread->wait(); });
    thread->start(QThread::LowPriority);
}

/// Made at once: a day's rounds take some ten milliseconds.
QString traceReport(const TraceReport &wanted, const TraceState &state)
{
    const std::string report = wanted.hideOwn
        ? mtrReport(withOwnHidden(state), std::string(), wanted.rounds)
        : mtrReport(state, QSysInfo::machineHostName().toStdString(), wanted.rounds);
    return QString::fromStdString(report);
}

void wireTraces(MainWindow &window, Engine &engine)
{
    QObject::connect(&window, &MainWindow::traceRequested, &engine, &Engine::openTrace);
    QObject::connect(&window, &MainWindow::traceCloseRequested, &engine, &Engine::closeTrace);
    QObject::connect(&window, &MainWindow::tracePauseRequested, &engine, &Engine::pauseTrace);
    QObject::connect(&window, &MainWindow::storedPathsRequested, &engine, &Engine::listStoredPaths);
    QObject::connect(&window, &MainWindow::storedPathOpenRequested, &engine, &Engine::openStoredPath);
    QObject::connect(&window, &MainWindow::pathFileOpenRequested, &engine, &Engine::openPathFile);
    QObject::connect(&window, &MainWindow::storedPathCopyRequested, &engine, &Engine::copyStoredPath);
    QObject::connect(&window, &MainWindow::storedPathRemoveRequested, &engine, &Engine::removeStoredPath);
    QObject::connect(&window, &MainWindow::traceReportRequested, &window,
                     [&window](const TraceReport &wanted, const TraceState &state) {
                         window.copyReport(traceReport(wanted, state));
                     });
    QObject::connect(&window, &MainWindow::traceExportRequested, &window,
                     [&window, &engine](const TraceExport &wanted, const TraceState &state) {
                         if (mayReplace(window, engine, wanted.file))
                             exportTrace(window, wanted, state);
                     });
}

/// Some thousand rows a client: written at once.
Result<void> exportClocks(const QString &file, const std::vector<ClockState> &clocks)
{
    return writeExport(file, clocksCsv(clocks));
}

/// In a thread of its own: a time service's tool may take its two seconds.
void askHostClock(MainWindow &window)
{
    auto clock = std::make_shared<HostClock>();
    QThread *thread = QThread::create([clock] { *clock = hostClock(); });
    QObject::connect(thread, &QThread::finished, &window, [&window, clock] { window.showHostClock(*clock); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

void wireClocks(MainWindow &window, Engine &engine)
{
    QObject::connect(&engine, &Engine::clocksUpdated, &window, &MainWindow::applyClocks);
    QObject::connect(&window, &MainWindow::clockServerStartRequested, &engine, &Engine::startClockServer);
    QObject::connect(&window, &MainWindow::clockServerStopRequested, &engine, &Engine::stopClockServer);
    QObject::connect(&window, &MainWindow::clockRequested, &engine, &Engine::openClock);
    QObject::connect(&window, &MainWindow::clockCloseRequested, &engine, &Engine::closeClock);
    QObject::connect(&window, &MainWindow::tcpServerStartRequested, &engine, &Engine::startTcpServer);
    QObject::connect(&window, &MainWindow::tcpServerStopRequested, &engine, &Engine::stopTcpServer);
    QObject::connect(&window, &MainWindow::hostClockRequested, &window, [&window] { askHostClock(window); });
    QObject::connect(&window, &MainWindow::clocksExportRequested, &window,
                     [&window, &engine](const QString &file, const std::vector<ClockState> &clocks) {
                         if (mayReplace(window, engine, file))
                             window.exportDone(file, exportClocks(file, clocks));
                     });
}

Result<void> savePackets(const QString &file, const std::vector<SavedPacket> &packets)
{
    const PacketBytes bytes = pcapng(packets);
    return writeExport(
        file, QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())));
}

void wirePackets(MainWindow &window, Engine &engine)
{
    QObject::connect(&engine, &Engine::packetsUpdated, &window, &MainWindow::applyPackets);
    QObject::connect(&window, &MainWindow::packetSurroundingsRequested, &engine, &Engine::surveyPackets);
    QObject::connect(&window, &MainWindow::packetSendRequested, &engine, &Engine::sendPacket);
    QObject::connect(&window, &MainWindow::packetStopRequested, &engine, &Engine::stopPackets);
    QObject::connect(&window, &MainWindow::packetsSaveRequested, &window,
                     [&window, &engine](const QString &file, const std::vector<SavedPacket> &packets) {
                         if (mayReplace(window, engine, file))
                             window.exportDone(file, savePackets(file, packets));
                     });
}

} // namespace

void wire(MainWindow &window, Engine &engine, const LogFile &log)
{
    QObject::connect(&engine, &Engine::updated, &window, &MainWindow::apply);
    QObject::connect(&log, &LogFile::lineWritten, &window, &MainWindow::appendLog);

    QObject::connect(&window, &MainWindow::startRequested, &engine, &Engine::start);
    QObject::connect(&window, &MainWindow::stopRequested, &engine, &Engine::stop);
    QObject::connect(&window, &MainWindow::inviteRequested, &engine, &Engine::invite);
    QObject::connect(&window, &MainWindow::revokeRequested, &engine, &Engine::revoke);
    QObject::connect(&window, &MainWindow::endRequested, &engine, &Engine::endSession);
    wireTraces(window, engine);
    wireClocks(window, engine);
    wirePackets(window, engine);
    QObject::connect(&window, &MainWindow::settingsChanged, &window,
                     [&window](const Config &config, const Config &before) {
                         if (const auto written = writeConfigFile(configFilePath(), before, config); !written)
                             window.settingsNotKept(written.error());
                     });
    QObject::connect(&window, &MainWindow::exportAllRequested, &window,
                     [&window, &engine](ExportFormat format, const QString &file,
                                        const std::vector<SessionRecord> &unsaved) {
                         exportAll(window, format, file, {.store = engine.store(), .unsaved = unsaved});
                     });
    QObject::connect(&window, &MainWindow::exportRequested, &window,
                     [&window, &engine](ExportFormat format, const QString &file,
                                        const std::vector<SessionRecord> &records) {
                         if (mayReplace(window, engine, file))
                             window.exportDone(file, exportTo(file, format, records));
                     });
}

} // namespace parallax
