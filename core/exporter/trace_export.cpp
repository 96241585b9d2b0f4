// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/trace_export.h"

#include "core/data/names.h"
#include "core/data/path_summary.h"
#include "core/exporter/csv_cell.h"
#include "core/exporter/json_values.h"
#include "core/exporter/observation_json.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

AddressFacts factsOf(const TraceRecord &record, const IpAddress &address)
{
    const auto known = record.addresses.find(address);
    return known == record.addresses.end() ? AddressFacts{} : known->second;
}

std::vector<const Observation *> inOrder(const std::vector<Observation> &observations)
{
    std::vector<const Observation *> ordered;
    ordered.reserve(observations.size());
    for (const Observation &o : observations)
        ordered.push_back(&o);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto *a, const auto *b) { return a->probe.id < b->probe.id; });
    return ordered;
}

QJsonObject replyObject(const TraceRecord &record, const Observation &observation)
{
    const Reply &reply = *observation.reply;
    const bool icmp = reply.kind == ReplyKind::TimeExceeded || reply.kind == ReplyKind::Unreachable
        || reply.kind == ReplyKind::EchoReply;
    const AddressFacts facts = factsOf(record, reply.from);
    const Quote quote = reply.quote.value_or(Quote{});
    return {{QStringLiteral("address"), qString(reply.from.toString())},
            {QStringLiteral("name"), jsonText(facts.name)},
            {QStringLiteral("rtt_ms"), jsonMilliseconds(observation.rtt())},
            {QStringLiteral("host_delay_ms"), jsonMilliseconds(reply.hostDelay)},
            {QStringLiteral("kind"), qString(nameOf(reply.kind))},
            {QStringLiteral("icmp_type"), icmp ? QJsonValue(reply.icmpType) : QJsonValue()},
            {QStringLiteral("icmp_code"), icmp ? QJsonValue(reply.icmpCode) : QJsonValue()},
            {QStringLiteral("dscp"), reply.quote ? QJsonValue(quote.dscp) : QJsonValue()},
            {QStringLiteral("ecn"), reply.quote ? QJsonValue(quote.ecn) : QJsonValue()},
            {QStringLiteral("mpls"), mplsArray(quote.mpls)},
            {QStringLiteral("mtu"), reply.mtu != 0 ? QJsonValue(reply.mtu) : QJsonValue()},
            {QStringLiteral("flow"), observation.probe.flow},
            {QStringLiteral("nat"), reply.quote ? QJsonValue(quote.translated) : QJsonValue()},
            {QStringLiteral("reply_ttl"), reply.ttl != 0 ? QJsonValue(reply.ttl) : QJsonValue()},
            {QStringLiteral("return_hops"), jsonInteger(returnLength(reply.ttl))},
            {QStringLiteral("country"), jsonText(facts.country)},
            {QStringLiteral("city"), jsonText(facts.city)},
            {QStringLiteral("asn"), jsonInteger(facts.asn)},
            {QStringLiteral("as_name"), jsonText(facts.asName)}};
}

QJsonValue hopMtu(const TraceRecord &record, const PathHop &hop)
{
    for (const Responder &responder : hop.responders) {
        if (const auto mtu = mtuSaidBy(record, responder.address))
            return *mtu;
    }
    return {};
}

QJsonArray hopArray(const TraceRecord &record)
{
    QJsonArray hops;
    for (const PathHop &hop : summarizePath(record).hops) {
        QJsonArray replies;
        for (const Observation *o : inOrder(record.observations)) {
            if (o->reply && o->probe.ttl == hop.ttl)
                replies.append(replyObject(record, *o));
        }
        hops.append(QJsonObject{{QStringLiteral("ttl"), hop.ttl},
                                {QStringLiteral("replies"), replies},
                                {QStringLiteral("mtu"), hopMtu(record, hop)},
                                {QStringLiteral("sent"), hop.sent},
                                {QStringLiteral("unanswered"), hop.unanswered},
                                {QStringLiteral("not_sent"), hop.notSent},
                                {QStringLiteral("rate_limited"), hop.rateLimited}});
    }
    return hops;
}

QString protocolName(Method method)
{
    return method == Method::TcpSyn ? QStringLiteral("tcp") : qString(nameOf(method));
}

} // namespace

std::string_view nameOf(PathEnd end)
{
    switch (end) {
    case PathEnd::Running:
        return "running";
    case PathEnd::Reached:
        return "reached";
    case PathEnd::Unreachable:
        return "unreachable";
    case PathEnd::MaxTtl:
        return "max_ttl";
    case PathEnd::Silent:
        return "silent";
    case PathEnd::Interrupted:
        return "interrupted";
    }
    return {};
}

QJsonObject traceObject(const TraceRecord &record, bool ping)
{
    return {{QStringLiteral("schema"),
             ping ? QStringLiteral("parallax.ping/1") : QStringLiteral("parallax.trace/1")},
            {QStringLiteral("target"), qString(record.target)},
            {QStringLiteral("address"), qString(record.address.address.toString())},
            {QStringLiteral("port"), record.method == Method::IcmpEcho ? QJsonValue() : record.address.port},
            {QStringLiteral("protocol"), protocolName(record.method)},
            {QStringLiteral("started"), isoTime(record.started)},
            {QStringLiteral("duration_ms"), roundedMilliseconds(record.duration)},
            {QStringLiteral("end_reason"), qString(nameOf(record.end))},
            {QStringLiteral("path_mtu"), jsonInteger(pathMtu(record))},
            {QStringLiteral("hops"), hopArray(record)}};
}

QJsonObject probeObject(const TraceRecord &record, const Observation &observation)
{
    return {{QStringLiteral("probe"), static_cast<qint64>(observation.probe.id)},
            {QStringLiteral("ttl"), observation.probe.ttl},
            {QStringLiteral("flow"), observation.probe.flow},
            {QStringLiteral("sent"), isoTime(observation.probe.sent, 6)},
            {QStringLiteral("reply"),
             observation.reply ? QJsonValue(replyObject(record, observation)) : QJsonValue()}};
}

QByteArray traceCsvHeader()
{
    return "target,address,ttl,flow,probe,responder,name,rtt_ms,reply,"
           "icmp_type,icmp_code,dscp,mtu,asn,country,sent\r\n";
}

QByteArray traceCsv(const TraceRecord &record)
{
    return traceCsvHeader() + traceCsvRows(record, record.observations, record.notSent);
}

QByteArray traceCsvRows(const TraceRecord &record, const std::vector<Observation> &observations,
                        const std::vector<Probe> &notSent)
{
    QByteArray csv;
    for (const Observation *o : inOrder(observations)) {
        const auto &reply = o->reply;
        const AddressFacts facts = reply ? factsOf(record, reply->from) : AddressFacts{};
        const auto number = [&](bool known, int value) { return known ? QString::number(value) : QString(); };
        addRow(csv,
               {cell(record.target), cell(record.address.address.toString()), QString::number(o->probe.ttl),
                QString::number(o->probe.flow), QString::number(static_cast<qulonglong>(o->probe.id)),
                reply ? cell(reply->from.toString()) : QString(), cell(facts.name), cell(o->rtt()),
                reply ? cell(nameOf(reply->kind)) : QString(),
                number(reply && reply->quote, reply ? reply->icmpType : 0),
                number(reply && reply->quote, reply ? reply->icmpCode : 0),
                number(reply && reply->quote, reply && reply->quote ? reply->quote->dscp : 0),
                number(reply && reply->mtu != 0, reply ? reply->mtu : 0), whole(facts.asn),
                cell(facts.country), isoTime(o->probe.sent, 6)});
    }
    for (const Probe &probe : notSent) {
        addRow(csv,
               {cell(record.target), cell(record.address.address.toString()), QString::number(probe.ttl),
                QString::number(probe.flow), QString::number(static_cast<qulonglong>(probe.id)), QString(),
                QString(), QString(), QStringLiteral("not_sent"), QString(), QString(), QString(), QString(),
                QString(), QString(), QString()});
    }
    return csv;
}

} // namespace parallax
