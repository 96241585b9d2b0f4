// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/network/street.h"

#include <vector>

namespace parallax::lab {

/// The programs that stand between the tester and the server, and what the browser must be told about them.
struct Detour {
    std::vector<std::unique_ptr<Process>> programs;
    QStringList browserOptions;
};

/// A way to the server, started on a street.
using DetourStarter = Result<Detour> (*)(const Street &street);

Result<Detour> noDetour(const Street &street);
/// HTTP CONNECT by tinyproxy.
Result<Detour> httpConnectDetour(const Street &street);
/// SOCKS5 by microsocks.
Result<Detour> socksDetour(const Street &street);
/// OpenVPN with a static key; the proxy host translates the tester's packets to its own address.
Result<Detour> vpnDetour(const Street &street);
/// The same with more options for its two ends.
Result<Detour> vpnDetourOver(const Street &street, const QString &serverOption, const QString &clientOption);
/// Sends the tester's packets into 10.8.0.0/24, to be translated where that ends.
Result<void> routeThroughTunnel(const Street &street);

} // namespace parallax::lab
