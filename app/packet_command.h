// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/probe/craft_port.h"

namespace parallax {

/// `parallax-cli packet`; returns the exit code. `port` is the door it sends by, an error without the right
/// to.
int runPacket(const PacketOptions &options, Result<std::unique_ptr<CraftPort>> port);

} // namespace parallax
