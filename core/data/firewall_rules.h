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

/// The clock server's port, the tester page's and its socket's.
std::vector<OpenPort> openPorts(std::uint16_t clock, std::uint16_t page, std::uint16_t socket);
/// Input for `nft -f`, to be copied; Parallax never applies it.
std::string nftablesText(const std::vector<OpenPort> &ports);

} // namespace parallax
