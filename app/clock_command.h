// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

namespace parallax {

// `parallax-cli clock server` and `clock client`; they return the exit code. Neither sets a clock.

int runClockServer(const ClockServerOptions &options);
int runClockClient(const ClockClientOptions &options);

// `parallax-cli clock tcp-server` and `clock tcp-client`: time and echo over TCP, by connection.

int runTcpServer(const TcpServerOptions &options);
int runTcpClient(const TcpClientOptions &options);

} // namespace parallax
