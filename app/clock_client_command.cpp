// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clock_command.h"

#include "app/clock_arguments.h"
#include "app/clock_client_view.h"
#include "app/command_application.h"
#include "app/signals.h"
#include "app/unprivileged.h"
#include "core/timing/clock_hub.h"

#include <QTimer>

#include <cstdio>
#include <cstdlib>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto repaintInterval = 200ms;

/// Ends the program.
[[noreturn]] void askUntilDone(const ClockClientOptions &options)
{
    const CommandApplication application;
    const StopSignals stopSignals;
    ClockHub hub;
    ClockClientView view(options);
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
    const bool cut = !endless && stopSignals.received();
    std::fflush(stdout);
    // Not return: Qt would wait for the threads that still ask a name server.
    std::_Exit(cut ? exit_code::interrupted : code);
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
