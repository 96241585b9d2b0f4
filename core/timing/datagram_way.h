// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

struct msghdr;

namespace parallax {

struct Datagram;

/// Which of our addresses was asked, and by which interface, where the socket asks for that (IP_PKTINFO).
void noteWay(Datagram &datagram, msghdr &header);
/// What makes it leave from `local`: whoever asked one address hears no other. How many bytes that are.
std::size_t fillWay(std::span<char> control, int family, const Datagram &datagram);

} // namespace parallax
