// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/board.h"

#include <QJsonObject>
#include <QString>

namespace parallax {

/// Whose addresses an export tells: own ones are those of private networks and the trace's source.
enum class OwnAddresses : bool { Shown, Hidden };

/// `parallax.watch/1`: a watched path's hops with their figures, and its events. Numbers as numbers, unknown
/// is null.
QJsonObject watchObject(const TraceState &state, OwnAddresses own);

/// Writes one row for each round and TTL, or for a single trace one row a probe. A day's watch has millions
/// of rows, so they go to the file as they are made.
Result<void> writeTraceCsv(const TraceState &state, OwnAddresses own, const QString &file);
/// The trace as one JSON document: parallax.watch/1 or parallax.trace/1.
Result<void> writeTraceJson(const TraceState &state, OwnAddresses own, const QString &file);

} // namespace parallax
