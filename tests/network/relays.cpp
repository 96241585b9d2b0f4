// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/relays.h"

#include <QFile>

namespace parallax::lab {

namespace {

constexpr int socksPort = 1080;
constexpr int squidPort = 3128;
constexpr int chainPort = 8889;
constexpr int wireGuardPort = 51820;

QStringList words(const QString &command)
{
    return command.split(QLatin1Char(' '));
}

Result<void> write(const QString &path, const QString &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content.toUtf8()) < 0)
        return Error{ErrorCode::Io, file.errorString().toStdString()};
    return {};
}

void startOn(Detour &detour, const Street &street, Host host, const QStringList &command)
{
    detour.programs.push_back(std::make_unique<Process>(street.inside(host, command)));
}

QStringList proxyOption(const QString &scheme, const QString &host, int port)
{
    return {QStringLiteral("--proxy-server=%1://%2:%3").arg(scheme, host, QString::number(port))};
}

/// A relay's command line, to which the name of its configuration file is added.
struct Relay {
    Host host{};
    QString command{};
    QString configuration{};
    int port = 0;
};

Result<void> start(Detour &detour, const Street &street, const Relay &relay)
{
    const QString file = street.file(nameOf(relay.host) + QStringLiteral("-relay.conf"));
    auto written = write(file, relay.configuration);
    if (!written)
        return written;
    startOn(detour, street, relay.host, words(relay.command) << file);
    return street.waitForListener(relay.host, relay.port);
}

/// The control sockets of both ends lie in one folder, so the devices need two names.
struct WireGuardEnd {
    Host host{};
    QString device{};
    QString privateKey{};
    QString publicKey{};

    static Result<WireGuardEnd> make(Host host, const QString &device)
    {
        const auto secret = run(words(QStringLiteral("wg genkey")));
        if (!secret)
            return secret.error();
        const auto shown = run(words(QStringLiteral("wg pubkey")), secret.value());
        if (!shown)
            return shown.error();
        return WireGuardEnd{host, device, QString::fromLatin1(secret.value()),
                            QString::fromLatin1(shown.value()).trimmed()};
    }
};

Result<void> bringUp(const Street &street, const WireGuardEnd &end, const QString &own,
                     const QString &peerKey, const QString &peer)
{
    const QString key = street.file(end.device);
    auto done = write(key, end.privateKey);
    const QStringList commands{QStringLiteral("wireguard-go ") + end.device,
                               QStringLiteral("wg set %1 listen-port %2 private-key %3 peer %4 %5")
                                   .arg(end.device, QString::number(wireGuardPort), key, peerKey, peer),
                               QStringLiteral("ip address add %1 dev %2").arg(own, end.device),
                               QStringLiteral("ip link set %1 mtu 1420 up").arg(end.device)};
    for (const QString &command : commands)
        done = done ? street.run(end.host, words(command)) : done;
    return done;
}

} // namespace

Result<Detour> danteDetour(const Street &street)
{
    Detour detour;
    const QString configuration =
        QStringLiteral("logoutput: /dev/null\ninternal: %1 port = %2\nexternal: %1\nclientmethod: none\n"
                       "socksmethod: none\nuser.privileged: root\nuser.unprivileged: nobody\n"
                       "client pass { from: 0.0.0.0/0 to: 0.0.0.0/0 }\n"
                       "socks pass { from: 0.0.0.0/0 to: 0.0.0.0/0 }\n")
            .arg(address(Host::Proxy), QString::number(socksPort));
    const auto started =
        start(detour, street, {Host::Proxy, QStringLiteral("danted -f"), configuration, socksPort});
    if (!started)
        return started.error();
    detour.browserOptions = proxyOption(QStringLiteral("socks5"), address(Host::Proxy), socksPort);
    return detour;
}

Result<Detour> squidDetour(const Street &street)
{
    Detour detour;
    // Names are refused at once: the street has no name server, and a browser that waits for its own
    // errands keeps the page waiting. Without a limit it makes room for as many sockets as the machine
    // allows.
    const QString configuration =
        QStringLiteral("http_port %1\nacl named dstdom_regex -n [a-z]\nhttp_access deny named\nhttp_access "
                       "allow all\ncache deny all\npid_filename none\n"
                       "access_log none\ncache_log /dev/null\nnetdb_filename none\npinger_enable off\n"
                       "max_filedescriptors 1024\ndns_nameservers 127.0.0.1\n")
            .arg(squidPort);
    const auto started =
        start(detour, street, {Host::Proxy, QStringLiteral("squid -N -f"), configuration, squidPort});
    if (!started)
        return started.error();
    detour.browserOptions = proxyOption(QStringLiteral("http"), address(Host::Proxy), squidPort);
    return detour;
}

Result<Detour> chainDetour(const Street &street)
{
    Detour detour;
    QString next;
    for (const Host host : {Host::R1, Host::Proxy, Host::R4}) {
        const QString configuration =
            QStringLiteral("Port %1\nTimeout 600\nMaxClients 100\nLogLevel Critical\n").arg(chainPort) + next;
        const auto started =
            start(detour, street, {host, QStringLiteral("tinyproxy -d -c"), configuration, chainPort});
        if (!started)
            return started.error();
        next = QStringLiteral("Upstream http %1:%2\n").arg(address(host), QString::number(chainPort));
    }
    detour.browserOptions = proxyOption(QStringLiteral("http"), address(Host::R4), chainPort);
    return detour;
}

Result<Detour> wireGuardDetour(const Street &street)
{
    auto proxy = WireGuardEnd::make(Host::Proxy, QStringLiteral("plxwg0"));
    if (!proxy)
        return proxy.error();
    auto tester = WireGuardEnd::make(Host::Tester, QStringLiteral("plxwg1"));
    if (!tester)
        return tester.error();
    auto done = bringUp(street, proxy.value(), QStringLiteral("10.8.0.1/24"), tester.value().publicKey,
                        QStringLiteral("allowed-ips 10.8.0.2/32"));
    if (done)
        done = bringUp(street, tester.value(), QStringLiteral("10.8.0.2/24"), proxy.value().publicKey,
                       QStringLiteral("endpoint %1:%2 persistent-keepalive 1 allowed-ips 0.0.0.0/0")
                           .arg(address(Host::Proxy), QString::number(wireGuardPort)));
    if (done)
        done = routeThroughTunnel(street);
    if (!done)
        return done.error();
    return Detour{};
}

Result<Detour> vpnOverTcpDetour(const Street &street)
{
    return vpnDetourOver(street, QStringLiteral("--proto tcp-server"), QStringLiteral("--proto tcp-client"));
}

namespace {

Result<Detour> withProxyOnFirstRouter(const Street &street, Result<Detour> detour)
{
    if (!detour)
        return detour;
    startOn(detour.value(), street, Host::R1, words(QStringLiteral("microsocks -p %1").arg(socksPort)));
    const auto listening = street.waitForListener(Host::R1, socksPort);
    if (!listening)
        return listening.error();
    detour.value().browserOptions = proxyOption(QStringLiteral("socks5"), address(Host::R1), socksPort);
    return detour;
}

} // namespace

Result<Detour> proxyInVpnDetour(const Street &street)
{
    return withProxyOnFirstRouter(street, vpnDetour(street));
}

Result<Detour> proxyInWireGuardDetour(const Street &street)
{
    return withProxyOnFirstRouter(street, wireGuardDetour(street));
}

} // namespace parallax::lab
