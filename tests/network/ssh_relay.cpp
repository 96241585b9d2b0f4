// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/relays.h"

#include <QFile>

namespace parallax::lab {

namespace {

constexpr int sshPort = 2222;
constexpr int socksPort = 1080;

QStringList words(const QString &command)
{
    return command.split(QLatin1Char(' '));
}

Result<void> makeKey(const QString &file)
{
    const auto made = run(words(QStringLiteral("ssh-keygen -q -t ed25519 -f ") + file)
                          << QStringLiteral("-N") << QString());
    return made ? Result<void>() : made.error();
}

Result<void> writeConfiguration(const QString &file, const QString &hostKey, const QString &userKey)
{
    // PAM would ask for an account that this machine's policy need not grant; the keys live for this street.
    const QString text =
        QStringLiteral("Port %1\nHostKey %2\nAuthorizedKeysFile %3.pub\nStrictModes no\nPermitRootLogin yes\n"
                       "UsePAM no\nPasswordAuthentication no\nPidFile none\nUseDNS no\nLogLevel ERROR\n")
            .arg(QString::number(sshPort), hostKey, userKey);
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text.toLatin1()) < 0)
        return Error{ErrorCode::Io, out.errorString().toStdString()};
    return {};
}

Result<void> prepare(const QString &file, const QString &hostKey, const QString &userKey)
{
    // The daemon wants its folder, which the package's service makes when it starts.
    const auto folder = run(words(QStringLiteral("mkdir -p /run/sshd")));
    auto done = folder ? Result<void>() : folder.error();
    for (const QString &key : {hostKey, userKey})
        done = done ? makeKey(key) : done;
    return done ? writeConfiguration(file, hostKey, userKey) : done;
}

} // namespace

Result<Detour> sshDetour(const Street &street)
{
    const QString configuration = street.file(QStringLiteral("sshd.conf"));
    const QString userKey = street.file(QStringLiteral("ssh-user"));
    const auto prepared = prepare(configuration, street.file(QStringLiteral("ssh-host")), userKey);
    if (!prepared)
        return prepared.error();

    // The daemon stands still while it looks a name up, and the street has no name server: so the browser's
    // own errands would stop the page's connection for seconds each.
    auto refused =
        street.run(Host::Proxy, words(QStringLiteral("iptables -A OUTPUT -p udp --dport 53 -j REJECT")));
    if (!refused)
        return refused.error();
    Detour detour;
    const auto start = [&](Host host, const QString &command) {
        detour.programs.push_back(std::make_unique<Process>(street.inside(host, words(command))));
    };
    start(Host::Proxy, QStringLiteral("/usr/sbin/sshd -D -f ") + configuration); // it wants its whole path
    auto listening = street.waitForListener(Host::Proxy, sshPort);
    if (!listening)
        return listening.error();
    start(Host::Tester,
          QStringLiteral("ssh -F none -N -i %1 -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null"
                         " -o LogLevel=ERROR -D %2 -p %3 root@%4")
              .arg(userKey, QString::number(socksPort), QString::number(sshPort), address(Host::Proxy)));
    listening = street.waitForListener(Host::Tester, socksPort);
    if (!listening)
        return listening.error();
    detour.browserOptions << QStringLiteral("--proxy-server=socks5://127.0.0.1:%1").arg(socksPort);
    return detour;
}

} // namespace parallax::lab
