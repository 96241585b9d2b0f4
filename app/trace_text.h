// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/board.h"

#include <QStringList>

namespace parallax {

// What traceroute and ping print, and what scripts that read them expect.

QString traceHeading(const TraceState &trace);
/// A line a hop, further ones for the branches of a load balancer.
QStringList traceLines(const TraceState &trace);

QString pingHeading(const TraceState &trace);
/// Nothing for a lost ping, as ping has it.
QString unsentPingLine(const Probe &probe);
QString pingLine(const TraceState &trace, const Observation &observation);
QString pingSummary(const TraceState &trace);

} // namespace parallax
