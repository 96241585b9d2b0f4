// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/packet_dangers.h"

namespace parallax {

/// This machine's addresses, its networks' broadcast addresses, and the source that packets to `target` have.
PacketSurroundings surroundingsOf(const IpAddress &target);

} // namespace parallax
