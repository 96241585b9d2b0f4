// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ping_statistics.h"
#include "core/data/board.h"

#include <string>
#include <vector>

namespace parallax {

// What traceroute and ping print, and what scripts that read them expect.

/// "name (address)", or the address alone; `twice`: "address (address)" where there is no name.
std::string nameOf(const TraceState &trace, const IpAddress &address, bool twice);
std::string traceHeading(const TraceState &trace);
/// A line a hop, further ones for the branches of a load balancer.
std::vector<std::string> traceLines(const TraceState &trace);

std::string pingHeading(const TraceState &trace);
/// Nothing for a lost ping, as ping has it.
std::string unsentPingLine(const Probe &probe);
std::string pingLine(const TraceState &trace, const Observation &observation);
std::string pingSummary(const TraceRecord &record, const PingStatistics &pings);

} // namespace parallax
