// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/namespaces.h"

#include "tests/network/process.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

#include <array>
#include <csignal>
#include <vector>

#include <unistd.h>

namespace parallax::lab {

namespace {

constexpr std::array tools{"ip",      "nft",     "sysctl",       "ss",         "ethtool",
                           "ping",    "openssl", "tinyproxy",    "microsocks", "openvpn",
                           "setpriv", "tcpdump", "chromedriver", "chromium"};

QStringList lines(const QByteArray &output)
{
    return QString::fromUtf8(output).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

std::vector<pid_t> processesIn(const QString &name)
{
    std::vector<pid_t> ids;
    const auto listed = run({QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("pids"), name});
    if (!listed)
        return ids;
    for (const QString &line : lines(listed.value()))
        ids.push_back(line.toInt());
    return ids;
}

/// Whether the name is one of freshPrefix() by a process that is gone.
bool isAbandoned(const QString &name)
{
    static const QRegularExpression ours(QStringLiteral("^parallax-lab-(\\d+)-\\d+-"));
    const auto match = ours.match(name);
    return match.hasMatch() && !QFile::exists(QStringLiteral("/proc/") + match.captured(1));
}

} // namespace

QString freshPrefix()
{
    static int streets = 0;
    return QStringLiteral("parallax-lab-%1-%2-").arg(QCoreApplication::applicationPid()).arg(++streets);
}

QString labMissing()
{
    if (geteuid() != 0)
        return QStringLiteral("the lab needs root, to make network namespaces");
    if (!QFile(QStringLiteral("/dev/net/tun")).open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return QStringLiteral("the lab needs /dev/net/tun");
    for (const char *tool : tools) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
            return QStringLiteral("the lab needs the program %1").arg(QString::fromLatin1(tool));
    }
    return {};
}

Result<void> makeNamespaces(const QStringList &names)
{
    QByteArray batch;
    for (const QString &name : names)
        batch += "netns add " + name.toLatin1() + '\n';
    const auto made = run({QStringLiteral("ip"), QStringLiteral("-batch"), QStringLiteral("-")}, batch);
    return made ? Result<void>() : made.error();
}

void endProcessesIn(const QString &name)
{
    // A process may start another while we look: until none is left, but not for ever.
    for (int round = 0; round < 50; ++round) {
        const auto ids = processesIn(name);
        if (ids.empty())
            return;
        for (const pid_t id : ids)
            ::kill(id, SIGKILL);
    }
}

void removeNamespace(const QString &name)
{
    endProcessesIn(name);
    (void)run({QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("delete"), name});
}

void removeAbandoned()
{
    const auto listed = run({QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("list")});
    for (const QString &line : listed ? lines(listed.value()) : QStringList()) {
        const QString name = line.section(QLatin1Char(' '), 0, 0);
        if (isAbandoned(name))
            removeNamespace(name);
    }
    const QDir temporary = QDir::temp();
    for (const QString &name : temporary.entryList({QStringLiteral("parallax-lab-*")}, QDir::Dirs)) {
        if (isAbandoned(name))
            QDir(temporary.filePath(name)).removeRecursively();
    }
}

} // namespace parallax::lab
