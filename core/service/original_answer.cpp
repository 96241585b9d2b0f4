// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/original_answer.h"

#include "core/data/path_summary.h"
#include "core/exporter/json_values.h"

#include <QJsonArray>

#include <algorithm>
#include <vector>

namespace parallax {

namespace {

bool isIcmp(ReplyKind kind)
{
    return kind == ReplyKind::TimeExceeded || kind == ReplyKind::Unreachable || kind == ReplyKind::EchoReply;
}

QJsonObject attemptObject(int attempt, const Observation &observation)
{
    const auto &reply = observation.reply;
    const bool icmp = reply && isIcmp(reply->kind);
    return {{QStringLiteral("attempt"), attempt},
            {QStringLiteral("address"), reply ? QJsonValue(qString(reply->from.toString())) : QJsonValue()},
            {QStringLiteral("time"), jsonMilliseconds(observation.rtt())},
            {QStringLiteral("type"), icmp ? QJsonValue(reply->icmpType) : QJsonValue()},
            {QStringLiteral("code"), icmp ? QJsonValue(reply->icmpCode) : QJsonValue()}};
}

/// The probes of one TTL in the order of sending.
QJsonArray attemptsAt(const TraceRecord &record, int ttl)
{
    std::vector<const Observation *> asked;
    for (const Observation &observation : record.observations) {
        if (observation.probe.ttl == ttl)
            asked.push_back(&observation);
    }
    std::sort(asked.begin(), asked.end(),
              [](const auto *a, const auto *b) { return a->probe.id < b->probe.id; });
    QJsonArray attempts;
    for (const Observation *observation : asked)
        attempts.append(attemptObject(static_cast<int>(attempts.size()) + 1, *observation));
    return attempts;
}

QJsonObject pingObject(const TraceRecord &record, const IpAddress &source, int ttl, int packets)
{
    return {{QStringLiteral("source"), qString(source.toString())},
            {QStringLiteral("target"), qString(record.target)},
            {QStringLiteral("dest"), qString(record.address.address.toString())},
            {QStringLiteral("ttl"), ttl},
            {QStringLiteral("packets"), packets},
            {QStringLiteral("ping_time"), attemptsAt(record, ttl)}};
}

} // namespace

QJsonObject originalPing(const TraceRequest &request, const TraceRecord &record, const IpAddress &source)
{
    return pingObject(record, source, request.maxTtl, request.count);
}

QJsonObject originalTraceroute(const TraceRequest &request, const TraceRecord &record,
                               const IpAddress &source)
{
    QJsonArray pings;
    for (const PathHop &hop : summarizePath(record).hops)
        pings.append(pingObject(record, source, hop.ttl, request.probesPerHop));
    return {{QStringLiteral("target"), qString(record.target)},
            {QStringLiteral("ttl"), request.maxTtl},
            {QStringLiteral("packets"), request.probesPerHop},
            {QStringLiteral("ping_time"), pings},
            {QStringLiteral("ping_data"), pings}};
}

} // namespace parallax
