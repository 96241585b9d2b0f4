// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_figures.h"
#include "core/data/trace_record.h"
#include "core/data/trace_request.h"
#include "core/data/trace_state.h"

#include <string>
#include <string_view>
#include <vector>

namespace parallax {

std::string_view nameOf(PathEnd end);
/// "icmp", "udp" or "tcp".
std::string_view protocolName(Method method);

/// `parallax.trace/1`, or `parallax.ping/1` for a series of pings: every probe that was answered, numbers as
/// numbers, unknown is null, as address and start are where the target's address is not known yet, and what
/// is hidden.
std::string traceJson(const TraceRecord &record, bool ping);

/// Some probes for whoever follows a trace live, each with its TTL and its reply as in the document, or null;
/// and how many this machine refused to send.
std::string observedJson(const TraceRecord &record, const std::vector<Observation> &batch,
                         std::size_t notSent);

/// One row a probe, answered, lost or never sent.
std::string traceCsv(const TraceRecord &record);
/// Its parts, for whoever prints rows as they come.
std::string traceCsvHeader();
std::string traceCsvRows(const TraceRecord &record, const std::vector<Observation> &observations,
                         const std::vector<Probe> &notSent);

/// Of a probe, in bytes from the IP header on. A SYN has the length of its headers.
int packetLength(const TraceRequest &request, const TraceRecord &record);

/// The table that `mtr --report` prints, and its --json; `source` is this machine's name. Whoever is hidden
/// is
/// "(own)", this machine where its name is empty.
std::string mtrReport(const TraceRecord &record, const std::string &source);
/// The same table, of a watched path within a span of its rounds.
std::string mtrReport(const TraceState &state, const std::string &source, RoundSpan rounds = {});
std::string mtrJson(const TraceRequest &request, const TraceRecord &record, const std::string &source);

} // namespace parallax
