// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/path_events.h"
#include "core/data/trace_state.h"

#include <QJsonObject>
#include <QString>

namespace parallax {

/// `parallax.watch/1`: a watched path's hops with their figures, and its events, those of limits where limits
/// are given. All of them are of the rounds from `first_round` on: the oldest of a long watch are gone.
/// Numbers as numbers, unknown is null, and so is what is hidden.
QJsonObject watchObject(const TraceState &state, const PathLimits &limits = {});

/// Writes one row for each round and TTL that was asked or refused, or for a single trace one row a probe. A
/// day's watch has millions of rows, so they go to the file as they are made.
Result<void> writeTraceCsv(const TraceState &state, const QString &file);
/// The trace as one JSON document: parallax.watch/1 or parallax.trace/1.
Result<void> writeTraceJson(const TraceState &state, const QString &file, const PathLimits &limits = {});

} // namespace parallax
