// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_code.h"
#include "app/listening_text.h"
#include "app/signals.h"
#include "core/data/clock_update.h"

#include <QCoreApplication>
#include <QList>
#include <QObject>

#include <cstdio>
#include <string>

namespace parallax {

/// What a client is to ask: an address of this machine that is not known here, where all are served.
inline std::string askedHost(const SocketAddress &served)
{
    return served.address.isUnspecified() ? "HOST" : served.address.toString();
}

/// Programs of this kind mostly answer everybody; who waits for others must read here why nobody comes.
inline const char *whoIsAnswered(const SocketAddress &served)
{
    return served.address.isLoopback() ? " Only this machine is answered; --bind :: answers others, too."
                                       : "";
}

/// Runs a server of clocks until a signal stops it, which is its ordinary end, and shows what it says;
/// returns the exit code. The two have no base: each has a start and a stop of its own.
template<class Server, class View, class Start, class Stop>
int serveUntilStopped(Server &server, View &view, const Start &start, const Stop &stop,
                      const std::string &protocol, const SocketAddress &wanted)
{
    const StopSignals stopSignals;
    QObject::connect(&server, &Server::updated, &server, [&](const QList<ClockUpdate> &updates) {
        for (const ClockUpdate &update : updates)
            view.apply(update);
    });
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &server, &QCoreApplication::quit);
    start();
    if (view.failed()) {
        std::fprintf(stderr, "parallax-cli: %s\n", listenTrouble(*view.failed(), protocol, wanted).c_str());
        return exit_code::systemFailure;
    }
    QCoreApplication::exec();
    stop();
    view.finish();
    return exit_code::done;
}

} // namespace parallax
