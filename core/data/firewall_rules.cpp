// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/firewall_rules.h"

namespace parallax {

std::vector<OpenPort> openPorts(const ServedPorts &ports)
{
    using Protocol = OpenPort::Protocol;
    return {{Protocol::Udp, ports.clock, "clock server and STAMP"},
            {Protocol::Tcp, ports.tcpClock, "TCP time and echo server"},
            {Protocol::Tcp, ports.page, "tester's page"},
            {Protocol::Tcp, ports.socket, "tester's socket"}};
}

std::string nftablesText(const std::vector<OpenPort> &ports)
{
    // insert, not add: a rule behind the chain's own drop would never be reached.
    std::string text = "# For nft -f. Put your own table and chain where yours are not inet filter input.\n";
    for (const OpenPort &port : ports) {
        if (port.number == 0)
            continue;
        text += "insert rule inet filter input ";
        text += port.protocol == OpenPort::Protocol::Udp ? "udp" : "tcp";
        text +=
            " dport " + std::to_string(port.number) + " accept comment \"Parallax: " + port.purpose + "\"\n";
    }
    return text;
}

} // namespace parallax
