// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/stamped_socket.h"

#include <array>
#include <optional>
#include <vector>

namespace parallax {

/// How many source ports, and ICMP identifiers, tell flows apart: a power of two.
constexpr std::uint16_t flowPorts = 64;

constexpr std::array<std::uint8_t, 3> icmpAnswers{0, 3, 11}; // echo reply, unreachable, time exceeded
constexpr std::array<std::uint8_t, 4> icmpV6Answers{1, 2, 3, 129}; // and packet too big

/// The raw sockets of one IP version: one to send by, and one for the answers of each protocol.
struct TraceSockets {
    int family = 0;
    StampedSocket out;
    StampedSocket icmp;
    StampedSocket tcp;
    StampedSocket udp;

    static Result<TraceSockets> open(int family);
    /// Lets in answers of TCP and UDP to the source ports from `basePort` on; nobody's without one. Setting a
    /// filter costs the kernel tens of microseconds, as it compiles it.
    Result<void> admitPorts(std::optional<std::uint16_t> basePort);
    /// Lets in answers of ICMP, anybody's.
    Result<void> admitIcmp(bool anything);
};

} // namespace parallax
