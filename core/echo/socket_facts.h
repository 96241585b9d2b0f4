// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/base/time.h"

#include <QtGlobal>

#include <cstdint>
#include <optional>

namespace parallax {

/// The kernel's own view of a connection (TCP_INFO). Needs no privilege.
struct TcpInfo {
    Duration rtt{}; // smoothed
    std::optional<Duration> minRtt{}; // unknown until something was acknowledged
    std::int64_t bytesReceived = 0;
};

std::optional<TcpInfo> tcpInfo(qintptr descriptor);

/// The 4-tuple of a connected socket; none when the peer has already gone.
std::optional<Flow> flowOf(qintptr descriptor);

/// No delay for small writes; a peer that vanished is noticed within half a minute.
void prepareMeasuredSocket(qintptr descriptor);

} // namespace parallax
