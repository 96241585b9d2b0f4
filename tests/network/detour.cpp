// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/detour.h"

#include <QFile>

namespace parallax::lab {

namespace {

using namespace std::chrono_literals;

constexpr int httpPort = 8888;
constexpr int socksPort = 1080;

const QByteArray exitRules = R"(
table ip exit {
    chain postrouting { type nat hook postrouting priority srcnat; ip saddr 10.8.0.0/24 masquerade; }
}
)";

QStringList words(const QString &command)
{
    return command.split(QLatin1Char(' '));
}

void startOn(Detour &detour, const Street &street, Host host, const QString &command)
{
    detour.programs.push_back(std::make_unique<Process>(street.inside(host, words(command))));
}

Result<Detour> listeningProxy(const Street &street, const QString &command, const QString &scheme, int port)
{
    Detour detour;
    startOn(detour, street, Host::Proxy, command);
    const auto listening = street.waitForListener(Host::Proxy, port);
    if (!listening)
        return listening.error();
    const QString option = QStringLiteral("--proxy-server=%1://%2:%3");
    detour.browserOptions << option.arg(scheme, address(Host::Proxy), QString::number(port));
    return detour;
}

} // namespace

Result<Detour> noDetour(const Street & /*street*/)
{
    return Detour{};
}

Result<Detour> httpConnectDetour(const Street &street)
{
    QFile configuration(street.file(QStringLiteral("tinyproxy.conf")));
    if (!configuration.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Io, configuration.errorString().toStdString()};
    // Quiet: nobody reads what it says, and a full pipe would stop it.
    configuration.write("Port " + QByteArray::number(httpPort)
                        + "\nTimeout 600\nMaxClients 100\nLogLevel Critical\n");
    configuration.close();
    return listeningProxy(street, QStringLiteral("tinyproxy -d -c ") + configuration.fileName(),
                          QStringLiteral("http"), httpPort);
}

Result<Detour> socksDetour(const Street &street)
{
    return listeningProxy(street, QStringLiteral("microsocks -p %1").arg(socksPort), QStringLiteral("socks5"),
                          socksPort);
}

Result<void> routeThroughTunnel(const Street &street)
{
    // The tunnel's own packets keep to the street.
    auto done = street.run(
        Host::Tester, words(QStringLiteral("ip route replace %1 via 192.168.1.1").arg(address(Host::Proxy))));
    if (done)
        done = street.run(Host::Tester, words(QStringLiteral("ip route replace default via 10.8.0.1")));
    return done ? street.run(Host::Proxy, words(QStringLiteral("nft -f -")), exitRules) : done;
}

Result<Detour> vpnDetour(const Street &street)
{
    return vpnDetourOver(street, QStringLiteral("--proto udp"), QStringLiteral("--proto udp"));
}

Result<Detour> vpnDetourOver(const Street &street, const QString &serverOption, const QString &clientOption)
{
    const QString key = street.file(QStringLiteral("vpn.key"));
    const auto keyMade = street.run(Host::Proxy, words(QStringLiteral("openvpn --genkey secret ") + key));
    if (!keyMade)
        return keyMade.error();

    const QString common =
        QStringLiteral("openvpn --dev tun0 --secret %1 --cipher AES-256-CBC --ping 1").arg(key);
    Detour detour;
    startOn(detour, street, Host::Proxy,
            common + QStringLiteral(" --ifconfig 10.8.0.1 10.8.0.2 ") + serverOption);
    startOn(detour, street, Host::Tester,
            common + QStringLiteral(" --ifconfig 10.8.0.2 10.8.0.1 --nobind %1 --remote ").arg(clientOption)
                + address(Host::Proxy));
    for (const auto &end : detour.programs) {
        const auto ready = end->waitForLine(
            [](const QByteArray &line) { return line.contains("Initialization Sequence Completed"); }, 20s);
        if (!ready)
            return ready.error();
    }
    const auto routed = routeThroughTunnel(street);
    if (!routed)
        return routed.error();
    return detour;
}

} // namespace parallax::lab
