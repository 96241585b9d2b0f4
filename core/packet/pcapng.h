// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/packet_exchange.h"

#include <span>

namespace parallax {

/// A savefile of IP packets as tcpdump and Wireshark read them (draft-ietf-opsawg-pcapng): one section, one
/// interface of link type RAW, time stamps in nanoseconds, a comment at each packet.
PacketBytes pcapng(std::span<const SavedPacket> packets);

} // namespace parallax
