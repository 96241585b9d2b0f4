// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "app/options.h"
#include "core/data/config.h"
#include "core/probe/packet_port.h"

namespace parallax {

/// Prints the link, measures everybody who opens it, until told to stop. Returns an exit code. `port` was
/// opened before the rights were dropped; without it only the WebSocket and TCP_INFO are measured.
int runServe(const Config &config, const ServeOptions &options, Result<std::unique_ptr<PacketPort>> port,
             PathDoor door);

} // namespace parallax
