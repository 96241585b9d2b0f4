// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address_limit.h"

#include <QtGlobal>

#include <chrono>
#include <vector>

namespace parallax {

/// What a stranger may take of the page's server.
struct GuardLimits {
    std::chrono::milliseconds patience{4000}; // without a step forward
    std::chrono::milliseconds lifetime{60'000}; // of a connection; its next answer is then the last
    qint64 bytesPerRequest = 8 * 1024;
    int sockets = 2048;
    int socketsPerAddress = 64;
    std::vector<IpAddress> fronts = loopbackAddresses(); // many may come from there
};

} // namespace parallax
