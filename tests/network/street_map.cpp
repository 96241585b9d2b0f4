// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/street_map.h"

#include <QStringList>

namespace parallax::lab {

namespace {

struct Prefix {
    const char *start;
    int base;
    int bits;
};

// RFC 5737; RFC 1918 behind the NAT.
constexpr std::array<Prefix, cableCount> prefixes{{{"192.0.2.", 0, 30},
                                                   {"198.51.100.", 0, 30},
                                                   {"198.51.100.", 4, 30},
                                                   {"198.51.100.", 8, 30},
                                                   {"203.0.113.", 0, 30},
                                                   {"192.168.1.", 0, 24},
                                                   {"203.0.113.", 16, 30}}};

constexpr std::array<const char *, 8> names{"server", "r1", "r2", "r3", "r4", "nat", "tester", "proxy"};

constexpr int branchedCable = 2; // R2 to R3

int cableToTheLeft(Host host)
{
    return host == Host::Proxy ? proxyCable : static_cast<int>(host) - 1;
}

bool hasCableToTheRight(Host host)
{
    return host != Host::Tester && host != Host::Proxy;
}

/// Offset 0 names the network, 1 the left end, 2 the right end.
QString onCable(int cable, int offset)
{
    const Prefix &prefix = prefixes[static_cast<std::size_t>(cable)];
    return QString::fromLatin1(prefix.start) + QString::number(prefix.base + offset);
}

QString onCableV6(int cable, int offset)
{
    return QStringLiteral("2001:db8:0:%1::%2").arg(cable + 1).arg(offset);
}

int prefixBits(int cable)
{
    return prefixes[static_cast<std::size_t>(cable)].bits;
}

QString addressLines(int cable, bool left)
{
    const int offset = left ? 1 : 2;
    return QStringLiteral("addr replace %1/%2 dev %4\naddr replace %3/64 dev %4\nlink set %4 up\n")
        .arg(onCable(cable, offset), QString::number(prefixBits(cable)), onCableV6(cable, offset),
             deviceTowards(cable, !left));
}

QString routeLines(int cable, int viaCable)
{
    const QString v4 = QStringLiteral("route replace %1/%2 via %3\n")
                           .arg(onCable(cable, 0))
                           .arg(prefixBits(cable))
                           .arg(onCable(viaCable, 2));
    const QString v6 =
        QStringLiteral("route replace %1/64 via %2\n").arg(onCableV6(cable, 0), onCableV6(viaCable, 2));
    const bool behindNat = rightEnd(cable) == Host::Tester;
    return behindNat ? v6 : v4 + v6;
}

QString defaultRouteLines(int cable, int offset)
{
    return QStringLiteral("route replace default via %1\nroute replace ::/0 via %2\n")
        .arg(onCable(cable, offset), onCableV6(cable, offset));
}

} // namespace

QString nameOf(Host host)
{
    return QString::fromLatin1(names[static_cast<std::size_t>(host)]);
}

Host leftEnd(int cable)
{
    return cable == proxyCable ? Host::R2 : static_cast<Host>(cable);
}

Host rightEnd(int cable)
{
    return cable == proxyCable ? Host::Proxy : static_cast<Host>(cable + 1);
}

QString deviceTowards(int cable, bool left)
{
    if (left)
        return QStringLiteral("left");
    return cable == proxyCable ? QStringLiteral("proxy") : QStringLiteral("right");
}

QString address(Host host)
{
    return host == Host::Server ? onCable(0, 1) : onCable(cableToTheLeft(host), 2);
}

QString addressV6(Host host)
{
    return host == Host::Server ? onCableV6(0, 1) : onCableV6(cableToTheLeft(host), 2);
}

QString publicAddressOfTester()
{
    return address(Host::Nat);
}

QString branchDevice(Host host)
{
    return host == Host::R2 ? QStringLiteral("right2") : QStringLiteral("left2");
}

QByteArray branchLines(Host host)
{
    const bool left = host == Host::R2;
    const QString here = QStringLiteral("198.51.100.%1").arg(left ? 13 : 14);
    const QString there = QStringLiteral("198.51.100.%1").arg(left ? 14 : 13);
    const QString device = branchDevice(host);
    QString lines = QStringLiteral("addr replace %1/30 dev %2\nlink set %2 up\n").arg(here, device);
    const QString hops =
        QStringLiteral(" nexthop via %1 nexthop via %2\n").arg(onCable(branchedCable, left ? 2 : 1), there);
    const QStringList beyond = left
        ? QStringList{onCable(3, 0) + QStringLiteral("/30"), onCable(4, 0) + QStringLiteral("/30")}
        : QStringList{QStringLiteral("default")};
    for (const QString &prefix : beyond)
        lines += QStringLiteral("route replace ") + prefix + hops;
    return lines.toLatin1();
}

QByteArray networkLines(Host host)
{
    QString lines = QStringLiteral("link set lo up\n");
    const int rightCable = static_cast<int>(host);
    if (hasCableToTheRight(host))
        lines += addressLines(rightCable, true);
    if (host == Host::R2)
        lines += addressLines(proxyCable, true);
    if (host == Host::Server)
        return (lines + defaultRouteLines(0, 2)).toLatin1();

    // Names that the browser looks up end at the first router, at once.
    lines += addressLines(cableToTheLeft(host), false);
    lines += host == Host::R1
        ? QStringLiteral("route replace unreachable default\nroute replace unreachable ::/0\n")
        : defaultRouteLines(cableToTheLeft(host), 1);
    for (int cable = rightCable + 1; hasCableToTheRight(host) && cable < proxyCable; ++cable)
        lines += routeLines(cable, rightCable);
    if (host == Host::R1)
        lines += routeLines(proxyCable, rightCable);
    return lines.toLatin1();
}

} // namespace parallax::lab
