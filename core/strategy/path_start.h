// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_request.h"
#include "core/strategy/path_run.h"

#include <memory>

namespace parallax {

/// A trace, series of pings or watch whose first probes are out.
struct StartedPath {
    TraceRequest request{}; // with its length
    SocketAddress address{};
    std::unique_ptr<PathRun> run{};
    Progress progress{}; // what came of it so far
};

/// Sends the first probes to an address that is known. Errors: InvalidArgument for a source, a device or an
/// address that cannot be, UnknownHost for one of the unwanted IP version, Unavailable without a route.
Result<StartedPath> startPath(TraceRequest request, const IpAddress &address, SocketPort &port);

/// Whether a request that asks for this IP version can use the address.
bool suits(const IpAddress &address, AddressFamily family);

} // namespace parallax
