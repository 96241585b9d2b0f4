// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_record.h"
#include "core/data/trace_request.h"

#include <QJsonObject>

namespace parallax {

/// The shapes of the original program's GET /ping and GET /traceroute. `source` is this machine's address; ms
/// are numbers, a lost probe's values null.
QJsonObject originalPing(const TraceRequest &request, const TraceRecord &record, const IpAddress &source);
/// One ping a TTL, under both of the original's keys.
QJsonObject originalTraceroute(const TraceRequest &request, const TraceRecord &record,
                               const IpAddress &source);

} // namespace parallax
