// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_state.h"

#include <QByteArray>

#include <string>

namespace parallax {

/// Whose addresses an export tells: own ones are those of private networks and the trace's source. A target
/// that has such a one goes unnamed too.
enum class OwnAddresses : bool { Shown, Hidden };

bool isOwnAddress(const TraceState &state, const IpAddress &address);
/// Its address, or what the user typed.
bool isTargetOwn(const TraceState &state);

/// parallax.trace/1 and the rows of a single trace, in which own addresses are unknown.
QByteArray hiddenJson(const TraceState &state);
std::string hiddenCsv(const TraceState &state);

} // namespace parallax
