// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/base/result.h"
#include "core/data/config.h"
#include "core/probe/socket_port.h"

#include <memory>

namespace parallax {

/// `parallax-cli trace` and `ping`, without Qt; ends the process by its exit code. `port` is an error without
/// the right to probe.
[[noreturn]] void runTrace(const Config &config, const TraceOptions &options,
                           Result<std::unique_ptr<SocketPort>> port);

} // namespace parallax
