// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/network/delay_line.h"

#include <array>
#include <optional>
#include <span>

/// What a cable must understand of an IPv4 packet to change it. Anything else passes as it is.
namespace parallax::lab {

/// An IPv4 packet's TCP segment.
struct TcpView {
    std::array<std::uint8_t, 12> flow{}; // both addresses and ports, as they stand in the packet
    std::uint8_t flags = 0;
    std::size_t payload = 0;
    bool hasSack = false;

    bool isBareAck() const;
};

std::optional<TcpView> tcpIn(std::span<const std::uint8_t> packet);

/// Quotes an MPLS label in a time-exceeded message of the router with this address, in the network's byte
/// order, as RFC 4950 has it; this kernel's routers have no labels.
void quoteLabel(Packet &packet, const std::array<std::uint8_t, 4> &router, std::uint32_t label);

} // namespace parallax::lab
