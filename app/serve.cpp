// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve.h"

#include "app/command_application.h"
#include "app/config_file.h"
#include "app/engine.h"
#include "app/event_log.h"
#include "app/exit_code.h"
#include "app/log_file.h"
#include "app/missing_rights.h"
#include "app/serve_printer.h"
#include "app/signals.h"

#include <QCoreApplication>
#include <QTimer>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto longestGoodbye = 3s; // for running sessions to be stored

} // namespace

int runServe(const Config &config, const ServeOptions &options, Result<std::unique_ptr<PacketPort>> port,
             PathDoor door)
{
    CommandApplication application;
    const LogFile log({.file = QString::fromStdString(logFilePath(config)), .verbosity = config.verbosity});
    const StopSignals stopSignals;
    ServePrinter printer(options.json);
    EventLog events;
    const auto tell = [&](const QList<Update> &updates) {
        printer.apply(updates);
        events.apply(updates);
    };
    if (!port)
        tell({missingRights(port.error())});

    Engine engine(port ? std::move(port).value() : nullptr, std::move(door),
                  QString::fromStdString(storeLocation(config)),
                  EventLog::wantsProbes() ? RunNews::AsItGoes : RunNews::AtItsEnd);
    bool stopping = false;
    QObject::connect(&engine, &Engine::updated, &application.qt, [&](const QList<Update> &updates) {
        tell(updates);
        if (stopping && printer.running() == 0)
            QCoreApplication::quit();
    });
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &application.qt, [&] {
        stopping = true;
        engine.stop();
        QTimer::singleShot(longestGoodbye, &application.qt, &QCoreApplication::quit);
    });
    if (!engine.start(config)) // the notice has said why
        return exit_code::systemFailure;
    QCoreApplication::exec();
    return printer.lostLines() ? exit_code::systemFailure : stopSignals.exitCode();
}

} // namespace parallax
