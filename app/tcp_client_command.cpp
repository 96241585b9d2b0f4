// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clock_command.h"
#include "app/command_application.h"
#include "app/epoll_dispatcher.h"
#include "app/exit_code.h"
#include "app/signals.h"
#include "app/tcp_clock_printer.h"
#include "core/base/ip_address.h"
#include "core/timing/tcp_crowd.h"

#include <QHostInfo>

#include <cstdio>
#include <cstdlib>

namespace parallax {

namespace {

void printSample(const TcpTimeSample &sample, bool json)
{
    if (json)
        printLine(tcpSampleObject(sample));
    else
        printNow(tcpSampleLine(sample).toUtf8() + '\n');
}

/// Prints the summary; the exit code.
int conclude(const TcpCrowdSummary &summary, const TcpClientOptions &options)
{
    if (options.json)
        printLine(tcpSummaryObject(summary));
    else
        printNow((tcpSummaryLines(summary).join(QLatin1Char('\n')) + QLatin1Char('\n')).toUtf8());
    if (summary.answered > 0)
        return exit_code::done;
    std::fprintf(stderr, "parallax-cli: %s, TCP port %d: no time server answered\n",
                 options.request.host.c_str(), options.request.port);
    return exit_code::notReached;
}

} // namespace

int runTcpClient(const TcpClientOptions &options)
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher); // many sockets; the application owns it
    const CommandApplication application;
    const StopSignals stopSignals;
    TcpCrowd crowd(options.request);
    int code = exit_code::unknownHost;
    QObject::connect(&crowd, &TcpCrowd::finished, &crowd, [&] {
        code = conclude(crowd.summary(), options);
        QCoreApplication::quit();
    });
    if (options.request.connections == 1)
        QObject::connect(&crowd, &TcpCrowd::answered, &crowd,
                         [&](const TcpTimeSample &sample) { printSample(sample, options.json); });
    bool begun = false;
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &crowd,
                     [&] { begun ? crowd.stop() : QCoreApplication::quit(); });
    const QString host = QString::fromStdString(options.request.host);
    const QString asked = QString::fromStdString(std::string(withoutBrackets(options.request.host)));
    QHostInfo::lookupHost(asked, &crowd, [&](const QHostInfo &info) {
        if (info.addresses().isEmpty()) {
            std::fprintf(stderr, "parallax-cli: %s: %s\n", qPrintable(host), qPrintable(info.errorString()));
            return QCoreApplication::quit();
        }
        begun = true;
        crowd.start(info.addresses());
    });
    QCoreApplication::exec();
    std::fflush(stdout);
    // Not return: Qt would wait for the threads that still ask a name server.
    std::_Exit(stopSignals.received() ? exit_code::interrupted : code);
}

} // namespace parallax
