// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_request.h"
#include "core/probe/socket_wire.h"

namespace parallax {

/// What a request comes to, once the address of its target is known.
struct PathStart {
    TraceRequest request{}; // with the length that its packets will have
    SocketTarget target{};
};

/// Errors: another IP version than the wanted one, no route, a device or source that is not there, an address
/// that stands for more than one host where the request wants one.
Result<PathStart> startFor(TraceRequest request, const IpAddress &address);

/// Whether an address may be the target of a request for this family.
bool suits(const IpAddress &address, AddressFamily family);

} // namespace parallax
