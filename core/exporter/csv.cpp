// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/csv.h"

#include "core/base/append.h"
#include "core/data/names.h"
#include "core/data/summary.h"
#include "core/document/csv_cell.h"
#include "core/document/document_values.h"

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

using Cells = std::vector<std::string>;

Cells verdictCells(const Verdict &verdict)
{
    const std::string kilometres =
        verdict.detour ? std::to_string(std::llround(fibreKilometres(*verdict.detour))) : std::string();
    return {cell(nameOf(verdict.kind)), cell(std::optional(verdict.confidence)), cell(verdict.detour),
            kilometres};
}

Cells pathCells(const Path &path)
{
    const Hop *last = path.lastHop();
    return {whole(path.endpoint ? std::optional(path.endpoint->ttl) : std::nullopt),
            cell(path.endpoint ? path.endpoint->rtt.min : std::nullopt),
            cell(last ? last->address->toString() : std::string()),
            cell(last ? last->rtt.min : std::nullopt)};
}

Cells testerRow(const SessionRecord &record)
{
    const auto tcp = layerRtt(record, Method::TcpSegment).min;
    Cells row{cell(record.id),
              isoText(record.started),
              cell(record.tester.name),
              cell(record.tester.peer.address.toString()),
              std::to_string(record.tester.peer.port),
              cell(record.tester.userAgent)};
    append(row, verdictCells(record.verdict));
    append(row,
           {cell(layerRtt(record, Method::WebSocketText).min), cell(tcp ? tcp : record.tcp.minRtt),
            cell(record.tcp.handshakeRtt), whole(record.tcp.mss)});
    append(row, pathCells(pathOf(record)));
    append(row,
           {cell(record.classic.proxyDetected), cell(record.calculatencyLabel),
            cell(std::optional(record.complete))});
    return row;
}

/// The probe ids of a run in ascending order; a ping and the segment that carried it share one.
std::vector<ProbeId> idsOf(const SessionRecord &record)
{
    std::vector<ProbeId> ids;
    for (const Observation &observation : record.observations)
        ids.push_back(observation.probe.id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

Cells sampleRow(const SessionRecord &record, const Observation &observation, std::ptrdiff_t sequence)
{
    const bool hasTtl = observation.probe.method == Method::ZeroTrace;
    const bool hasAddress = observation.reply && observation.reply->from != IpAddress{};
    return {cell(record.id),
            cell(layerOf(observation)),
            hasTtl ? std::to_string(observation.probe.ttl) : std::string(),
            hasAddress ? cell(observation.reply->from.toString()) : std::string(),
            std::to_string(sequence),
            isoText(observation.probe.sent, 6),
            cell(observation.rtt())};
}

} // namespace

QByteArray testersCsvHeader()
{
    return "session,started,name,address,port,user_agent,verdict,confidence,detour_ms,detour_km,"
           "websocket_min_ms,tcp_min_ms,handshake_ms,mss,endpoint_ttl,endpoint_min_ms,last_hop,"
           "last_hop_min_ms,classic_proxy_detected,calculatency_label,complete\r\n";
}

QByteArray testersCsvRow(const SessionRecord &record)
{
    std::string csv;
    addRow(csv, testerRow(record));
    return QByteArray::fromStdString(csv);
}

QByteArray testersCsv(const std::vector<SessionRecord> &records)
{
    QByteArray csv = testersCsvHeader();
    for (const SessionRecord &record : records)
        csv += testersCsvRow(record);
    return csv;
}

QByteArray samplesCsvHeader()
{
    return "session,layer,ttl,address,sequence,sent,rtt_ms\r\n";
}

QByteArray samplesCsvRows(const SessionRecord &record)
{
    std::string csv;
    const auto ids = idsOf(record);
    for (const Observation &observation : record.observations) {
        const auto found = std::lower_bound(ids.begin(), ids.end(), observation.probe.id);
        addRow(csv, sampleRow(record, observation, std::distance(ids.begin(), found) + 1));
    }
    return QByteArray::fromStdString(csv);
}

QByteArray samplesCsv(const std::vector<SessionRecord> &records)
{
    QByteArray csv = samplesCsvHeader();
    for (const SessionRecord &record : records)
        csv += samplesCsvRows(record);
    return csv;
}

} // namespace parallax
