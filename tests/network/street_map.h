// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>

namespace parallax::lab {

/// The hosts of the street, in the order in which they stand. The proxy hangs off the second router.
enum class Host { Server, R1, R2, R3, R4, Nat, Tester, Proxy };
inline constexpr std::array allHosts{Host::Server, Host::R1,  Host::R2,     Host::R3,
                                     Host::R4,     Host::Nat, Host::Tester, Host::Proxy};
inline constexpr std::array routers{Host::R1, Host::R2, Host::R3, Host::R4, Host::Nat};

/// Cables are numbered from the server's on; the last one is the proxy's.
constexpr int cableCount = 7;
constexpr int proxyCable = 6;

QString nameOf(Host host);
Host leftEnd(int cable);
Host rightEnd(int cable);
QString deviceTowards(int cable, bool left);

/// The address of a host on the cable towards the server (the server: on its only one). Routers answer with
/// it.
QString address(Host host);
QString addressV6(Host host);
/// The address under which the server sees the tester.
QString publicAddressOfTester();

/// A second cable from R2 to R3: its device's name on either, and their lines for `ip -batch` that spread
/// IPv4 over both.
QString branchDevice(Host host);
QByteArray branchLines(Host host);

/// Lines for `ip -batch` that give a host its addresses and routes, once its devices exist.
QByteArray networkLines(Host host);

} // namespace parallax::lab
