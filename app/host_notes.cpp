// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host_notes.h"

#include "app/command_application.h"
#include "app/config_file.h"
#include "app/exit_code.h"
#include "core/data/firewall_rules.h"
#include "core/text/words.h"
#include "core/timing/time_service.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

#include <cstdio>

#include <sys/timex.h>

namespace parallax {

namespace {

constexpr int longestWaitMs = 2000; // for one tool
constexpr qsizetype longestOutput = 65'536;

/// What the tool prints in the C locale; empty when it is missing, fails or hangs.
std::string outputOf(const QString &name, const QStringList &arguments)
{
    // Daemons' tools are often out of a user's path.
    QString program = QStandardPaths::findExecutable(name);
    if (program.isEmpty())
        program = QStandardPaths::findExecutable(
            name, {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin"), QStringLiteral("/sbin")});
    if (program.isEmpty())
        return {};
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(longestWaitMs)) {
        process.kill();
        process.waitForFinished(longestWaitMs);
        return {};
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput().left(longestOutput).toStdString();
}

TimeServiceState timeServiceState()
{
    const QStringList tracking{QStringLiteral("-c"), QStringLiteral("tracking")};
    if (const auto chrony = chronyState(outputOf(QStringLiteral("chronyc"), tracking)))
        return *chrony;
    const QString control = QStringLiteral("timedatectl");
    const auto timesyncd = timesyncdState(outputOf(control, {QStringLiteral("show")}),
                                          outputOf(control, {QStringLiteral("timesync-status")}));
    if (timesyncd)
        return *timesyncd;
    const QStringList variables{QStringLiteral("-n"), QStringLiteral("-c"), QStringLiteral("rv")};
    return ntpdState(outputOf(QStringLiteral("ntpq"), variables)).value_or(TimeServiceState{});
}

QJsonValue microseconds(std::optional<Duration> duration)
{
    return duration ? QJsonValue(toMilliseconds(*duration) * 1e3) : QJsonValue();
}

QJsonObject notesObject(const HostClock &clock, const QString &sentence, const std::string &rules)
{
    const TimeServiceState &state = clock.service;
    const QString name = Words::timeService(state.service);
    const QJsonObject kernel{{QStringLiteral("synchronised"), clock.kernelSynchronised},
                             {QStringLiteral("estimated_error_us"), microseconds(clock.kernelEstimatedError)},
                             {QStringLiteral("most_error_us"), microseconds(clock.kernelMostError)}};
    return {{QStringLiteral("time_service"), name.isEmpty() ? QJsonValue() : name},
            {QStringLiteral("synchronised"), state.synchronised},
            {QStringLiteral("source"), QString::fromStdString(state.source)},
            {QStringLiteral("stratum"), state.stratum ? QJsonValue(*state.stratum) : QJsonValue()},
            {QStringLiteral("offset_us"), microseconds(state.offset)},
            {QStringLiteral("most_error_us"), microseconds(state.mostError)},
            {QStringLiteral("kernel"), kernel},
            {QStringLiteral("sentence"), sentence},
            {QStringLiteral("nftables"), QString::fromStdString(rules)}};
}

} // namespace

HostClock hostClock()
{
    HostClock clock{.service = timeServiceState()};
    timex status{}; // modes 0: read only
    const int state = ::adjtimex(&status);
    clock.kernelSynchronised = state != -1 && state != TIME_ERROR && (status.status & STA_UNSYNC) == 0;
    clock.kernelEstimatedError = std::chrono::microseconds(status.esterror);
    clock.kernelMostError = std::chrono::microseconds(status.maxerror);
    return clock;
}

int runClockNotes(const Config &config, const ClockNotesOptions &options)
{
    const CommandApplication application;
    const Words words;
    const HostClock clock = hostClock();
    const std::string rules = nftablesText(openPorts({.clock = options.port,
                                                      .tcpClock = options.tcpPort,
                                                      .page = config.service.httpPort,
                                                      .socket = config.service.webSocketPort}));
    const QString sentence = words.hostClock(clock);
    const QByteArray printed = options.json
        ? QJsonDocument(notesObject(clock, sentence, rules)).toJson(QJsonDocument::Compact) + '\n'
        : (sentence + QLatin1Char('\n') + words.hostClockMatters() + QStringLiteral("\n\n")
           + words.firewallNote() + QLatin1Char('\n') + QString::fromStdString(rules))
              .toUtf8();
    std::fwrite(printed.constData(), 1, static_cast<std::size_t>(printed.size()), stdout);
    return exit_code::done;
}

} // namespace parallax
