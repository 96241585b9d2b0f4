// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/report.h"

#include "core/data/names.h"
#include "core/data/stack.h"
#include "core/data/summary.h"
#include "core/exporter/json_values.h"
#include "core/exporter/observation_json.h"
#include "core/text/words.h"

#include <QJsonDocument>

#include <cmath>
#include <map>

namespace parallax {

namespace {

QJsonObject testerObject(const SessionRecord &record)
{
    const Tester &tester = record.tester;
    const AddressFacts facts = factsOf(record, tester.peer.address);
    return {{QStringLiteral("name"), jsonText(tester.name)},
            {QStringLiteral("address"), qString(tester.peer.address.toString())},
            {QStringLiteral("port"), tester.peer.port},
            {QStringLiteral("user_agent"), jsonText(tester.userAgent)},
            {QStringLiteral("language"), jsonText(tester.language)},
            {QStringLiteral("time_zone"), jsonText(tester.timeZone)},
            {QStringLiteral("secure"), tester.secure},
            {QStringLiteral("same_machine"), tester.sameMachine},
            {QStringLiteral("behind_reverse_proxy"), tester.behindReverseProxy},
            {QStringLiteral("hidden_during_run"), tester.hiddenDuringRun},
            {QStringLiteral("forwarding_headers"), tester.forwardingHeaders},
            {QStringLiteral("time_zone_country"), jsonText(tester.timeZoneCountry)},
            {QStringLiteral("page_address"),
             jsonText(tester.pageAddress ? tester.pageAddress->toString() : std::string())},
            {QStringLiteral("visit"), jsonText(tester.visit)},
            {QStringLiteral("country"), jsonText(facts.country)},
            {QStringLiteral("asn"), jsonInteger(facts.asn)},
            {QStringLiteral("as_name"), jsonText(facts.asName)}};
}

QJsonObject tcpObject(const TcpFacts &tcp)
{
    return {{QStringLiteral("handshake_rtt_ms"), jsonMilliseconds(tcp.handshakeRtt)},
            {QStringLiteral("min_rtt_ms"), jsonMilliseconds(tcp.minRtt)},
            {QStringLiteral("mss"), jsonInteger(tcp.mss)},
            {QStringLiteral("window_scale"), jsonInteger(tcp.windowScale)},
            {QStringLiteral("sack"), jsonFlag(tcp.sackPermitted)},
            {QStringLiteral("timestamps"), jsonFlag(tcp.timestamps)},
            {QStringLiteral("ttl"), jsonInteger(tcp.ttl)},
            {QStringLiteral("option_order"), jsonText(tcp.optionOrder)},
            {QStringLiteral("os_guess"), jsonText(osGuess(tcp).value_or(std::string_view{}))}};
}

QJsonObject layerObject(const RttSummary &rtt)
{
    return {{QStringLiteral("count"), rtt.count},
            {QStringLiteral("min"), jsonMilliseconds(rtt.min)},
            {QStringLiteral("median"), jsonMilliseconds(rtt.median)},
            {QStringLiteral("p95"), jsonMilliseconds(rtt.p95)},
            {QStringLiteral("samples"), jsonMilliseconds(rtt.samples)}};
}

QJsonObject layersObject(const SessionRecord &record)
{
    return {{QStringLiteral("websocket_text"), layerObject(layerRtt(record, Method::WebSocketText))},
            {QStringLiteral("websocket_control"), layerObject(layerRtt(record, Method::WebSocketControl))},
            {QStringLiteral("tcp"), layerObject(layerRtt(record, Method::TcpSegment))},
            {QStringLiteral("icmp"), layerObject(layerRtt(record, Method::IcmpEcho))}};
}

QJsonObject hopObject(const Hop &hop, const AddressFacts &facts)
{
    return {{QStringLiteral("ttl"), hop.ttl},
            {QStringLiteral("address"), jsonText(hop.address ? hop.address->toString() : std::string())},
            {QStringLiteral("sent"), hop.sent},
            {QStringLiteral("received"), hop.rtt.count},
            {QStringLiteral("min"), jsonMilliseconds(hop.rtt.min)},
            {QStringLiteral("median"), jsonMilliseconds(hop.rtt.median)},
            {QStringLiteral("samples"), jsonMilliseconds(hop.rtt.samples)},
            {QStringLiteral("dscp"), jsonInteger(hop.dscp)},
            {QStringLiteral("mpls"), mplsArray(hop.mpls)},
            {QStringLiteral("country"), jsonText(facts.country)},
            {QStringLiteral("asn"), jsonInteger(facts.asn)},
            {QStringLiteral("as_name"), jsonText(facts.asName)}};
}

/// From the burst's first probe until every TTL that answers at all, up to the endpoint's, has answered once.
std::optional<Duration> timeToWholePath(const SessionRecord &record, const Path &path)
{
    std::optional<Timestamp> began;
    std::map<std::uint8_t, Timestamp> firstAnswers;
    for (const Observation &observation : record.observations) {
        if (observation.probe.method != Method::ZeroTrace)
            continue;
        began = std::min(began.value_or(observation.probe.sent), observation.probe.sent);
        if (!observation.reply || (path.endpoint && observation.probe.ttl > path.endpoint->ttl))
            continue;
        const Timestamp received = observation.reply->received;
        const auto [entry, isFirst] = firstAnswers.emplace(observation.probe.ttl, received);
        if (!isFirst)
            entry->second = std::min(entry->second, received);
    }
    if (firstAnswers.empty())
        return std::nullopt;
    Timestamp last = *began;
    for (const auto &[ttl, received] : firstAnswers)
        last = std::max(last, received);
    return last - *began;
}

/// Every address of which something is known, so that a stored run can be judged anew.
QJsonArray addressesArray(const SessionRecord &record)
{
    QJsonArray all;
    for (const auto &[address, facts] : record.addresses) {
        if (facts != AddressFacts{})
            all.append(QJsonObject{{QStringLiteral("address"), qString(address.toString())},
                                   {QStringLiteral("country"), jsonText(facts.country)},
                                   {QStringLiteral("asn"), jsonInteger(facts.asn)},
                                   {QStringLiteral("as_name"), jsonText(facts.asName)}});
    }
    return all;
}

QJsonObject pathObject(const SessionRecord &record)
{
    const Path path = pathOf(record);
    QJsonArray hops;
    for (const Hop &hop : path.hops)
        hops.append(hopObject(hop, factsOf(record, hop.address)));
    QJsonValue endpoint;
    if (path.endpoint)
        endpoint = QJsonObject{{QStringLiteral("ttl"), path.endpoint->ttl},
                               {QStringLiteral("min"), jsonMilliseconds(path.endpoint->rtt.min)},
                               {QStringLiteral("median"), jsonMilliseconds(path.endpoint->rtt.median)},
                               {QStringLiteral("samples"), jsonMilliseconds(path.endpoint->rtt.samples)}};
    const bool traced = record.traceEnd != TraceEnd::NotRun;
    return {
        {QStringLiteral("hops"), hops},
        {QStringLiteral("endpoint"), endpoint},
        {QStringLiteral("complete_ms"), jsonMilliseconds(timeToWholePath(record, path))},
        {QStringLiteral("end_reason"), traced ? QJsonValue(qString(nameOf(record.traceEnd))) : QJsonValue()}};
}

QJsonObject gapsObject(const Gaps &gaps)
{
    return {{QStringLiteral("websocket_tcp"), jsonMilliseconds(gaps.webSocketTcp)},
            {QStringLiteral("endpoint_last_hop"), jsonMilliseconds(gaps.endpointLastHop)},
            {QStringLiteral("websocket_last_hop"), jsonMilliseconds(gaps.webSocketLastHop)}};
}

/// [low, high], or null.
QJsonValue intervalOf(const Evidence &evidence)
{
    if (!evidence.interval)
        return {};
    return QJsonArray{jsonNumber(evidence.interval->low), jsonNumber(evidence.interval->high)};
}

QJsonArray evidenceArray(const Verdict &verdict, const Words &words)
{
    QJsonArray all;
    for (const Evidence &evidence : verdict.evidence)
        all.append(QJsonObject{{QStringLiteral("name"), qString(nameOf(evidence.name))},
                               {QStringLiteral("code"), qString(nameOf(evidence.finding))},
                               {QStringLiteral("value"), jsonNumber(evidence.value)},
                               {QStringLiteral("interval"), intervalOf(evidence)},
                               {QStringLiteral("reference"), jsonNumber(evidence.reference)},
                               {QStringLiteral("unit"), jsonText(nameOf(evidence.unit))},
                               {QStringLiteral("favours"), qString(nameOf(evidence.favours))},
                               {QStringLiteral("weight"), jsonNumber(evidence.weight)},
                               {QStringLiteral("text"), words.evidence(evidence)},
                               {QStringLiteral("may_mislead"), words.mayMislead(evidence)}});
    return all;
}

QJsonObject verdictObject(const Verdict &verdict, const Words &words)
{
    QJsonArray reasons;
    QJsonArray decidedBy;
    for (const EvidenceName name : verdict.decidedBy) {
        decidedBy.append(qString(nameOf(name)));
        for (const Evidence &evidence : verdict.evidence) {
            if (evidence.name == name)
                reasons.append(words.evidence(evidence));
        }
    }
    QJsonArray wouldSettle;
    QJsonArray remedies;
    for (const Remedy remedy : verdict.wouldSettle) {
        wouldSettle.append(words.remedy(remedy));
        remedies.append(qString(nameOf(remedy)));
    }
    const auto kilometres =
        verdict.detour ? QJsonValue(std::round(fibreKilometres(*verdict.detour))) : QJsonValue();
    return {{QStringLiteral("kind"), qString(nameOf(verdict.kind))},
            {QStringLiteral("confidence"), jsonNumber(verdict.confidence)},
            {QStringLiteral("detour_ms"), jsonMilliseconds(verdict.detour)},
            {QStringLiteral("detour_km"), kilometres},
            {QStringLiteral("reasons"), reasons},
            {QStringLiteral("decided_by"), decidedBy},
            {QStringLiteral("would_settle"), wouldSettle},
            {QStringLiteral("remedies"), remedies}};
}

QJsonObject classicObject(const Classic &classic, const Words &words)
{
    return {{QStringLiteral("ws_min_rtt_ms"), jsonMilliseconds(classic.webSocketMin)},
            {QStringLiteral("ws_rtt_samples"), classic.webSocketSamples},
            {QStringLiteral("trace_rtt_ms"), jsonMilliseconds(classic.traceRtt)},
            {QStringLiteral("trace_hop_ip"), jsonText(classic.traceHop.value_or(std::string()))},
            {QStringLiteral("trace_success"), classic.traceSuccess},
            {QStringLiteral("threshold_ms"), jsonMilliseconds(classic.threshold)},
            {QStringLiteral("proxy_detected"), jsonFlag(classic.proxyDetected)},
            {QStringLiteral("message"), words.classicMessage(classic)}};
}

QByteArray observationsOf(const SessionRecord &record)
{
    return observationsJson(
        record.observations,
        std::chrono::floor<std::chrono::milliseconds>(record.started)); // as it is written
}

QJsonObject ignoredObject(const IgnoredCounts &ignored)
{
    return {{QStringLiteral("foreign_icmp"), static_cast<qint64>(ignored.foreignIcmp)},
            {QStringLiteral("damaged_packets"), static_cast<qint64>(ignored.damagedPackets)},
            {QStringLiteral("pongs"), static_cast<qint64>(ignored.pongs)},
            {QStringLiteral("stamps"), static_cast<qint64>(ignored.stamps)}};
}

/// Without the observations, which are most of it and are written far faster than they are put into objects.
QJsonObject frameOf(const SessionRecord &record)
{
    static const Words words; // loading them takes as long as writing a small report
    return {{QStringLiteral("schema"), QStringLiteral("parallax.report/1")},
            {QStringLiteral("session"), qString(record.id)},
            {QStringLiteral("started"), isoTime(record.started)},
            {QStringLiteral("duration_ms"), std::round(toMilliseconds(record.duration))},
            {QStringLiteral("complete"), record.complete},
            {QStringLiteral("end"), qString(nameOf(record.end))},
            {QStringLiteral("stored"), record.stored},
            {QStringLiteral("timestamps"), qString(nameOf(record.timestamps))},
            {QStringLiteral("capture_drops"), static_cast<qint64>(record.captureDrops)},
            {QStringLiteral("ignored"), ignoredObject(record.ignored)},
            {QStringLiteral("tester"), testerObject(record)},
            {QStringLiteral("tcp"), tcpObject(record.tcp)},
            {QStringLiteral("rtt_ms"), layersObject(record)},
            {QStringLiteral("path"), pathObject(record)},
            {QStringLiteral("gaps_ms"), gapsObject(gapsOf(record))},
            {QStringLiteral("evidence"), evidenceArray(record.verdict, words)},
            {QStringLiteral("verdict"), verdictObject(record.verdict, words)},
            {QStringLiteral("classic"), classicObject(record.classic, words)},
            {QStringLiteral("calculatency_label"), jsonText(record.calculatencyLabel)},
            {QStringLiteral("addresses"), addressesArray(record)},
            {QStringLiteral("observations"), QJsonValue()}};
}

QByteArray written(const QJsonObject &frame, const SessionRecord &record)
{
    // No text can hold this: its quotation marks would be escaped.
    static const QByteArray place = R"("observations":null)";
    const QByteArray around = QJsonDocument(frame).toJson(QJsonDocument::Compact);
    const qsizetype at = around.indexOf(place);
    return around.left(at) + R"("observations":)" + observationsOf(record) + around.mid(at + place.size());
}

} // namespace

QJsonObject reportObject(const SessionRecord &record)
{
    QJsonObject report = frameOf(record);
    report.insert(QStringLiteral("observations"), QJsonDocument::fromJson(observationsOf(record)).array());
    return report;
}

QByteArray reportJson(const SessionRecord &record)
{
    return written(frameOf(record), record);
}

QByteArray storedReportJson(const SessionRecord &record)
{
    QJsonObject frame = frameOf(record);
    frame.insert(QStringLiteral("stored"), true);
    return written(frame, record);
}

} // namespace parallax
