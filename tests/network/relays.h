// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/network/detour.h"

/// More ways to the server, for the corpus; they need packages that the tests do without.
namespace parallax::lab {

/// SOCKS5 by Dante.
Result<Detour> danteDetour(const Street &street);
/// HTTP CONNECT by Squid.
Result<Detour> squidDetour(const Street &street);
/// SOCKS5 by `ssh -D` on the tester's own computer, to an SSH server on the proxy host.
Result<Detour> sshDetour(const Street &street);
/// Three relays in a row, as Tor has: on the fourth router, the proxy host and the first router.
Result<Detour> chainDetour(const Street &street);
/// OpenVPN over TCP.
Result<Detour> vpnOverTcpDetour(const Street &street);
Result<Detour> wireGuardDetour(const Street &street);
/// SOCKS5 on the first router, reached through OpenVPN.
Result<Detour> proxyInVpnDetour(const Street &street);
/// The same through wireguard-go.
Result<Detour> proxyInWireGuardDetour(const Street &street);

} // namespace parallax::lab
