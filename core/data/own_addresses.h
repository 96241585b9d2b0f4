// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_events.h"
#include "core/data/path_figures.h"
#include "core/data/trace_state.h"

#include <string>
#include <vector>

namespace parallax {

// What a path tells of whoever looks at it: the addresses of private networks, and those that its probes
// leave from. Views and exports that hide them are given the path, or what was made of it, without them: a
// hidden address has a stand-in. What has none may be shown.

/// Of a private network (RFC 1918, RFC 4193), of a carrier's (RFC 6598), of the link or of this machine.
bool isPrivateAddress(const IpAddress &address);
/// A private one, or one that the path's probes leave from.
bool isOwnAddress(const TraceState &state, const IpAddress &address);
/// Its address, or what the user typed.
bool isTargetOwn(const TraceState &state);

/// Whether it stands for an own address.
bool isHidden(const IpAddress &address);
/// For documents, in which a hidden one is unknown: empty.
std::string addressText(const IpAddress &address);

/// The same path without own addresses and what is known of them; an own target has no name either. Hidden
/// ones are still told apart, so that every figure stays.
TraceState withOwnHidden(TraceState state);
/// The same for what was made of a path, whose rounds need not be copied then.
std::vector<PathRow> withOwnHidden(std::vector<PathRow> rows, const TraceState &state);
std::vector<PathEvent> withOwnHidden(std::vector<PathEvent> events, const TraceState &state);

} // namespace parallax
