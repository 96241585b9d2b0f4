// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/report.h"

#include "core/data/names.h"
#include "core/exporter/fields.h"
#include "core/exporter/observation_json.h"
#include "core/exporter/sample_rebuild.h"

#include <QJsonDocument>

namespace parallax {

namespace {

constexpr qsizetype largestReport = 32 * 1024 * 1024;
constexpr int textLimit = 4096;
constexpr int shortTextLimit = 256;
constexpr int evidenceLimit = 100;
constexpr int addressLimit = 1000;
constexpr int largestPort = 65535;
constexpr int largestByte = 255;
constexpr std::int64_t largestCount = 1'000'000'000;
constexpr std::int64_t largestSafeInteger = (std::int64_t{1} << 53) - 1;

Tester readTester(const Fields &fields)
{
    Tester tester;
    tester.name = fields.text("name", textLimit);
    tester.peer.address = fields.address("address").value_or(IpAddress{});
    tester.peer.port = fields.whole<std::uint16_t>("port", 0, largestPort).value_or(0);
    tester.userAgent = fields.text("user_agent", textLimit);
    tester.language = fields.text("language", shortTextLimit);
    tester.timeZone = fields.text("time_zone", shortTextLimit);
    tester.secure = fields.flag("secure").value_or(false);
    tester.sameMachine = fields.flag("same_machine").value_or(false);
    tester.behindReverseProxy = fields.flag("behind_reverse_proxy").value_or(false);
    tester.forwardingHeaders = fields.flag("forwarding_headers").value_or(false);
    tester.timeZoneCountry = fields.text("time_zone_country", shortTextLimit);
    tester.visit = fields.text("visit", shortTextLimit);
    tester.pageAddress = fields.address("page_address");
    tester.hiddenDuringRun = fields.flag("hidden_during_run").value_or(false);
    return tester;
}

TcpFacts readTcp(const Fields &fields)
{
    TcpFacts tcp;
    tcp.handshakeRtt = fields.milliseconds("handshake_rtt_ms");
    tcp.minRtt = fields.milliseconds("min_rtt_ms");
    tcp.mss = fields.whole<std::uint16_t>("mss", 0, UINT16_MAX);
    tcp.windowScale = fields.whole<std::uint8_t>("window_scale", 0, largestByte);
    tcp.sackPermitted = fields.flag("sack");
    tcp.timestamps = fields.flag("timestamps");
    tcp.ttl = fields.whole<std::uint8_t>("ttl", 0, largestByte);
    tcp.optionOrder = fields.text("option_order", shortTextLimit);
    return tcp;
}

std::optional<Interval> readInterval(const Fields &fields)
{
    if (!fields.has("interval"))
        return std::nullopt;
    const auto ends = fields.millisecondsList("interval", 2); // whatever its unit, two numbers
    if (ends.size() != 2) {
        fields.complain("interval", "must be two numbers");
        return std::nullopt;
    }
    return Interval{toMilliseconds(ends[0]), toMilliseconds(ends[1])};
}

Evidence readEvidence(const Fields &fields)
{
    const auto name = fields.named("name", evidenceNamed);
    const auto finding = fields.named("code", findingNamed);
    if (!name || !finding)
        fields.complain("name", "and code must be given");
    return {.name = name.value_or(EvidenceName{}),
            .finding = finding.value_or(Finding{}),
            .value = fields.number("value"),
            .interval = readInterval(fields),
            .reference = fields.number("reference"),
            .unit = fields.named("unit", unitNamed).value_or(Unit::None),
            .favours = fields.named("favours", verdictKindNamed).value_or(VerdictKind::Inconclusive),
            .weight = fields.number("weight").value_or(0.0)};
}

Verdict readVerdict(const Fields &report)
{
    const Fields fields = report.child("verdict");
    Verdict verdict;
    verdict.kind = fields.named("kind", verdictKindNamed).value_or(VerdictKind::Inconclusive);
    verdict.confidence = fields.number("confidence").value_or(0.0);
    verdict.detour = fields.milliseconds("detour_ms");
    verdict.decidedBy = fields.namedList("decided_by", evidenceNamed);
    verdict.wouldSettle = fields.namedList("remedies", remedyNamed);
    for (const Fields &evidence : report.children("evidence", evidenceLimit))
        verdict.evidence.push_back(readEvidence(evidence));
    return verdict;
}

Classic readClassic(const Fields &fields)
{
    Classic classic;
    classic.webSocketMin = fields.milliseconds("ws_min_rtt_ms");
    classic.webSocketSamples = fields.whole<int>("ws_rtt_samples", 0, largestCount).value_or(0);
    classic.traceRtt = fields.milliseconds("trace_rtt_ms");
    if (fields.has("trace_hop_ip"))
        classic.traceHop = fields.text("trace_hop_ip", shortTextLimit);
    classic.traceSuccess = fields.flag("trace_success").value_or(false);
    classic.threshold = fields.milliseconds("threshold_ms").value_or(Duration{});
    classic.proxyDetected = fields.flag("proxy_detected");
    return classic;
}

std::vector<Observation> readObservations(const Fields &report, Timestamp started)
{
    if (!report.has("observations"))
        return rebuiltFromSamples(report, started);
    std::vector<Observation> observations;
    for (const Fields &observation : report.children("observations", observationLimit))
        observations.push_back(readObservation(observation, started));
    return observations;
}

std::map<IpAddress, AddressFacts> readAddresses(const Fields &report)
{
    std::map<IpAddress, AddressFacts> addresses;
    for (const Fields &fields : report.children("addresses", addressLimit)) {
        if (const auto address = fields.address("address"))
            addresses[*address] = {.country = fields.text("country", shortTextLimit),
                                   .asn = fields.whole<std::uint32_t>("asn", 0, UINT32_MAX),
                                   .asName = fields.text("as_name", shortTextLimit)};
    }
    return addresses;
}

IgnoredCounts readIgnored(const Fields &fields)
{
    const auto count = [&](const char *name) {
        return fields.whole<std::uint64_t>(name, 0, largestSafeInteger).value_or(0);
    };
    return {.foreignIcmp = count("foreign_icmp"),
            .damagedPackets = count("damaged_packets"),
            .pongs = count("pongs"),
            .stamps = count("stamps")};
}

SessionRecord readRecord(const Fields &report)
{
    SessionRecord record;
    record.id = report.text("session", shortTextLimit);
    record.started = report.time("started").value_or(Timestamp{});
    record.duration = report.milliseconds("duration_ms").value_or(Duration{});
    record.complete = report.flag("complete").value_or(false);
    record.end = report.named("end", sessionEndNamed).value_or(SessionEnd::Error);
    record.stored = report.flag("stored").value_or(false);
    record.timestamps =
        report.named("timestamps", timestampSourceNamed).value_or(TimestampSource::Application);
    record.captureDrops = report.whole<std::uint64_t>("capture_drops", 0, largestSafeInteger).value_or(0);
    record.ignored = readIgnored(report.child("ignored"));
    record.progress = 1.0;
    record.tester = readTester(report.child("tester"));
    record.tcp = readTcp(report.child("tcp"));
    record.traceEnd = report.child("path").named("end_reason", traceEndNamed).value_or(TraceEnd::NotRun);
    record.addresses = readAddresses(report);
    record.observations = readObservations(report, record.started);
    record.verdict = readVerdict(report);
    record.classic = readClassic(report.child("classic"));
    record.calculatencyLabel = report.text("calculatency_label", shortTextLimit);
    return record;
}

} // namespace

Result<SessionRecord> parseReport(const QByteArray &json)
{
    if (json.size() > largestReport)
        return Error{ErrorCode::Malformed, "the report is larger than 32 MiB"};
    QJsonParseError parsing;
    const auto document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject())
        return Error{ErrorCode::Malformed,
                     "this is not a report: "
                         + (parsing.error == QJsonParseError::NoError ? std::string("no JSON object")
                                                                      : parsing.errorString().toStdString())};
    std::optional<Error> problem;
    const Fields report(document.object(), QString(), problem);
    if (report.text("schema", shortTextLimit) != "parallax.report/1")
        return Error{ErrorCode::Malformed, "this is not a report: its schema is not parallax.report/1"};
    SessionRecord record = readRecord(report);
    if (problem)
        return Error{ErrorCode::Malformed, "the report is damaged: " + problem->message};
    if (record.id.empty())
        return Error{ErrorCode::Malformed, "the report is damaged: it has no session"};
    return record;
}

} // namespace parallax
