// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/trace_record.h"
#include "core/data/trace_request.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <string_view>

namespace parallax {

std::string_view nameOf(PathEnd end);

/// `parallax.trace/1`, or `parallax.ping/1` for a series of pings: every probe that was answered, numbers as
/// numbers, unknown is null.
QJsonObject traceObject(const TraceRecord &record, bool ping);

/// One probe for whoever follows a trace live: its TTL and its reply as in the document, or null.
QJsonObject probeObject(const TraceRecord &record, const Observation &observation);

/// One row a probe, answered, lost or never sent.
QByteArray traceCsv(const TraceRecord &record);
/// Its parts, for whoever prints rows as they come.
QByteArray traceCsvHeader();
QByteArray traceCsvRows(const TraceRecord &record, const std::vector<Observation> &observations,
                        const std::vector<Probe> &notSent);

/// The table that `mtr --report` prints, and its --json; `source` is this machine's name.
QString mtrReport(const TraceRecord &record, const QString &source);
QJsonObject mtrObject(const TraceRequest &request, const TraceRecord &record, const QString &source);

} // namespace parallax
