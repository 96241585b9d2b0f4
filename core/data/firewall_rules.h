// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace parallax {

/// A port that others must reach.
struct OpenPort {
    enum class Protocol : std::uint8_t { Udp, Tcp };

    Protocol protocol = Protocol::Udp;
    std::uint16_t number = 0; // 0: not known yet, no rule
    std::string purpose{}; // without quotation marks or line ends

    bool operator==(const OpenPort &) const = default;
};

/// The ports of everything here that others may reach. 0: picked at the start.
struct ServedPorts {
    std::uint16_t clock = 0; // UDP
    std::uint16_t tcpClock = 0;
    std::uint16_t page = 0; // the tester's, and its socket's
    std::uint16_t socket = 0;
};
std::vector<OpenPort> openPorts(const ServedPorts &ports);
/// Input for `nft -f`, to be copied; Parallax never applies it.
std::string nftablesText(const std::vector<OpenPort> &ports);

} // namespace parallax
