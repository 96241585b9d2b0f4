// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor.h"

#include "app/doctor_files.h"
#include "app/exit_code.h"
#include "app/program_files.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkInterface>
#include <QTcpServer>

#include <algorithm>
#include <cstdio>

#include <sys/timex.h>

namespace parallax {

namespace {

using State = Check::State;

QString rightsCommand(const Rights &rights)
{
    if (rights.isRoot)
        return QStringLiteral("docker run --cap-add NET_RAW …"); // root without the right: a container
    if (rights.fileHasCapabilities)
        return QStringLiteral("sudo ") + QString::fromStdString(calledProgram()) + QStringLiteral(" serve");
    return QString::fromStdString(grantCommand());
}

QString missingRight(const Rights &rights)
{
    if (rights.isRoot)
        return QStringLiteral("root has no CAP_NET_RAW here, as in a container");
    if (rights.fileHasCapabilities)
        return rights.mayGainPrivileges
            ? QStringLiteral("the program file has CAP_NET_RAW but is on a file system mounted nosuid")
            : QStringLiteral("the program file has CAP_NET_RAW but was started with no_new_privs");
    return QStringLiteral("the program file has no CAP_NET_RAW");
}

Check probing(const Rights &rights)
{
    if (rights.canSendRaw)
        return {QStringLiteral("rights"), State::Ok, QStringLiteral("Probes can be sent (CAP_NET_RAW)."), {}};
    return {QStringLiteral("rights"), State::Missing,
            QStringLiteral("No probes: ") + missingRight(rights) + QStringLiteral("; there will be no path."),
            rightsCommand(rights)};
}

Check capturing(const Rights &rights)
{
    if (rights.canCapture)
        return {QStringLiteral("capture"), State::Ok, QStringLiteral("Packets can be captured."), {}};
    return {QStringLiteral("capture"), State::Missing,
            QStringLiteral("No capture: ") + missingRight(rights)
                + QStringLiteral("; round trips will carry the program's stamps instead of the kernel's."),
            rightsCommand(rights)};
}

/// By a file of its own: see program_files.h.
Check tracing(const Rights &rights)
{
    const QString name = QStringLiteral("trace");
    if (!rights.fileHasCapabilities || hasCapabilities(calledProgram())) // as root, say
        return {name, State::Ok, QStringLiteral("parallax-cli trace and ping have the same rights."), {}};
    return {name, State::Note,
            QStringLiteral("The file of parallax-cli itself has no CAP_NET_RAW: trace and ping do not work."),
            QString::fromStdString(grantCommand())};
}

Check user(const Rights &rights)
{
    if (!rights.isRoot)
        return {QStringLiteral("user"), State::Ok, QStringLiteral("Runs as an ordinary user."), {}};
    if (rights.startedForUser)
        return {QStringLiteral("user"),
                State::Ok,
                QStringLiteral("Started as root through pkexec or sudo: becomes the user who asked."),
                {}};
    const QString plainly =
        QStringLiteral("Runs as plain root: gives up every capability but stays uid 0, with root's store.");
    if (rights.fileHasCapabilities)
        return {QStringLiteral("user"),
                State::Note,
                plainly + QStringLiteral(" Ordinary users have the same rights here."),
                {}};
    return {QStringLiteral("user"), State::Note, plainly, QString::fromStdString(grantCommand())};
}

Check port(const Config &config, const QString &name, quint16 number)
{
    const QString bind = QString::fromStdString(config.service.bind);
    QTcpServer server;
    if (server.listen(bind.isEmpty() ? QHostAddress(QHostAddress::Any) : QHostAddress(bind), number))
        return {name,
                State::Ok,
                number == 0 ? QStringLiteral("A free port will be picked.")
                            : QStringLiteral("Port %1 is free.").arg(number),
                {}};
    if (server.serverError() == QAbstractSocket::SocketAddressNotAvailableError)
        return {name, State::Missing, QStringLiteral("No interface has the address %1.").arg(bind),
                QStringLiteral("parallax-cli serve --bind ''")};
    return {
        name, State::Missing,
        QStringLiteral("Port %1 cannot be opened: %2.").arg(QString::number(number), server.errorString()),
        QStringLiteral("parallax-cli serve --%1 0").arg(name)};
}

QStringList usableAddresses()
{
    QStringList addresses;
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        const auto entries = interface.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            if (!entry.ip().isLinkLocal())
                addresses << entry.ip().toString() + QStringLiteral(" (") + interface.name()
                        + QLatin1Char(')');
        }
    }
    return addresses;
}

Check interfaces()
{
    const QStringList addresses = usableAddresses();
    if (!addresses.isEmpty())
        return {QStringLiteral("interfaces"),
                State::Ok,
                QStringLiteral("Testers can reach ") + addresses.join(QStringLiteral(", "))
                    + QLatin1Char('.'),
                {}};
    return {QStringLiteral("interfaces"), State::Missing,
            QStringLiteral("No interface is up: only browsers on this machine can be measured."),
            QStringLiteral("nmcli networking on")};
}

/// Round trips need one steady clock only; a wrong one puts wrong times of day into the reports.
Check clockState()
{
    timex status{};
    if (::adjtimex(&status) != TIME_ERROR)
        return {QStringLiteral("clock"), State::Ok, QStringLiteral("The clock is synchronised."), {}};
    return {QStringLiteral("clock"), State::Note,
            QStringLiteral("The clock is not synchronised: reports may show a wrong time of day."),
            QStringLiteral("sudo timedatectl set-ntp true")};
}

QString stateName(State state)
{
    switch (state) {
    case State::Ok:
        return QStringLiteral("ok");
    case State::Missing:
        return QStringLiteral("missing");
    case State::Note:
        return QStringLiteral("note");
    }
    return {};
}

} // namespace

std::vector<Check> examine(const Config &config, const Rights &rights)
{
    std::vector<Check> checks{probing(rights),
                              capturing(rights),
                              tracing(rights),
                              user(rights),
                              port(config, QStringLiteral("http-port"), config.service.httpPort),
                              port(config, QStringLiteral("ws-port"), config.service.webSocketPort),
                              interfaces(),
                              clockState()};
    const auto files = examineFiles(config);
    checks.insert(checks.end(), files.begin(), files.end());
    return checks;
}

bool isReady(const std::vector<Check> &checks)
{
    return std::none_of(checks.begin(), checks.end(),
                        [](const Check &c) { return c.state == State::Missing; });
}

QByteArray checksText(const std::vector<Check> &checks)
{
    QString text;
    for (const Check &check : checks) {
        text += stateName(check.state).leftJustified(9) + check.name.leftJustified(12) + check.detail
            + QLatin1Char('\n');
        if (!check.mend.isEmpty())
            text += QString(21, QLatin1Char(' ')) + QStringLiteral("mend: ") + check.mend + QLatin1Char('\n');
    }
    text += isReady(checks) ? QStringLiteral("Ready: the main job can run in full.\n")
                            : QStringLiteral("Not ready: see what is missing above.\n");
    return text.toUtf8();
}

QByteArray checksJson(const std::vector<Check> &checks)
{
    QJsonArray rows;
    for (const Check &check : checks)
        rows << QJsonObject{{QStringLiteral("name"), check.name},
                            {QStringLiteral("state"), stateName(check.state)},
                            {QStringLiteral("detail"), check.detail},
                            {QStringLiteral("mend"), check.mend.isEmpty() ? QJsonValue() : check.mend}};
    const QJsonObject all{{QStringLiteral("ready"), isReady(checks)}, {QStringLiteral("checks"), rows}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact) + '\n';
}

int runDoctor(const Config &config, const Rights &rights, const DoctorOptions &options)
{
    int argc = 0;
    const QCoreApplication application(argc, nullptr); // sockets want one
    const auto checks = examine(config, rights);
    const QByteArray printed = options.json ? checksJson(checks) : checksText(checks);
    std::fwrite(printed.constData(), 1, static_cast<std::size_t>(printed.size()), stdout);
    return isReady(checks) ? exit_code::done : exit_code::systemFailure;
}

} // namespace parallax
