// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/trace_document.h"

#include "core/data/names.h"
#include "core/data/path_summary.h"
#include "core/document/csv_cell.h"
#include "core/document/document_values.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace parallax {

namespace {

using nlohmann::json;

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

json mplsArray(const std::vector<MplsLabel> &stack)
{
    json all = json::array();
    for (const MplsLabel &label : stack)
        all.push_back({{"label", label.label},
                       {"traffic_class", label.trafficClass},
                       {"ttl", label.ttl},
                       {"bottom_of_stack", label.bottomOfStack}});
    return all;
}

json replyObject(const TraceRecord &record, const Observation &observation)
{
    const Reply &reply = *observation.reply;
    const bool icmp = reply.kind == ReplyKind::TimeExceeded || reply.kind == ReplyKind::Unreachable
        || reply.kind == ReplyKind::EchoReply;
    const AddressFacts facts = factsOf(record, reply.from);
    const Quote quote = reply.quote.value_or(Quote{});
    const auto where = [](bool known, auto value) { return known ? json(value) : json(); };
    return {{"address", reply.from.toString()},
            {"name", textValue(facts.name)},
            {"rtt_ms", millisecondsValue(observation.rtt())},
            {"host_delay_ms", millisecondsValue(reply.hostDelay)},
            {"kind", nameOf(reply.kind)},
            {"icmp_type", where(icmp, reply.icmpType)},
            {"icmp_code", where(icmp, reply.icmpCode)},
            {"dscp", where(reply.quote.has_value(), quote.dscp)},
            {"ecn", where(reply.quote.has_value(), quote.ecn)},
            {"mpls", mplsArray(quote.mpls)},
            {"mtu", where(reply.mtu != 0, reply.mtu)},
            {"flow", observation.probe.flow},
            {"nat", where(reply.quote.has_value(), quote.translated)},
            {"reply_ttl", where(reply.ttl != 0, reply.ttl)},
            {"return_hops", integerValue(returnLength(reply.ttl))},
            {"country", textValue(facts.country)},
            {"city", textValue(facts.city)},
            {"asn", integerValue(facts.asn)},
            {"as_name", textValue(facts.asName)}};
}

json hopMtu(const TraceRecord &record, const PathHop &hop)
{
    for (const Responder &responder : hop.responders) {
        if (const auto mtu = mtuSaidBy(record, responder.address))
            return *mtu;
    }
    return {};
}

json hopArray(const TraceRecord &record)
{
    json hops = json::array();
    for (const PathHop &hop : summarizePath(record).hops) {
        json replies = json::array();
        for (const Observation *o : inOrder(record.observations)) {
            if (o->reply && o->probe.ttl == hop.ttl)
                replies.push_back(replyObject(record, *o));
        }
        hops.push_back({{"ttl", hop.ttl},
                        {"replies", std::move(replies)},
                        {"mtu", hopMtu(record, hop)},
                        {"sent", hop.sent},
                        {"unanswered", hop.unanswered},
                        {"not_sent", hop.notSent},
                        {"rate_limited", hop.rateLimited}});
    }
    return hops;
}

std::string_view protocolName(Method method)
{
    return method == Method::TcpSyn ? "tcp" : nameOf(method);
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

json traceObject(const TraceRecord &record, bool ping)
{
    return {{"schema", ping ? "parallax.ping/1" : "parallax.trace/1"},
            {"target", record.target},
            {"address", record.address.address.toString()},
            {"port", record.method == Method::IcmpEcho ? json() : json(record.address.port)},
            {"protocol", protocolName(record.method)},
            {"started", isoText(record.started)},
            {"duration_ms", millisecondsValue(record.duration)},
            {"end_reason", nameOf(record.end)},
            {"path_mtu", integerValue(pathMtu(record))},
            {"hops", hopArray(record)}};
}

json probeObject(const TraceRecord &record, const Observation &observation)
{
    return {{"probe", static_cast<std::int64_t>(observation.probe.id)},
            {"ttl", observation.probe.ttl},
            {"flow", observation.probe.flow},
            {"sent", isoText(observation.probe.sent, 6)},
            {"reply", observation.reply ? replyObject(record, observation) : json()}};
}

std::string traceCsvHeader()
{
    return "target,address,ttl,flow,probe,responder,name,rtt_ms,reply,"
           "icmp_type,icmp_code,dscp,mtu,asn,country,sent\r\n";
}

std::string traceCsv(const TraceRecord &record)
{
    return traceCsvHeader() + traceCsvRows(record, record.observations, record.notSent);
}

std::string traceCsvRows(const TraceRecord &record, const std::vector<Observation> &observations,
                         const std::vector<Probe> &notSent)
{
    const std::string target = cell(record.target);
    const std::string address = cell(record.address.address.toString());
    const auto id = [](const Probe &probe) { return std::to_string(static_cast<std::uint64_t>(probe.id)); };
    const auto number = [](bool known, int value) { return known ? std::to_string(value) : std::string(); };
    std::string csv;
    for (const Observation *o : inOrder(observations)) {
        const auto &reply = o->reply;
        const AddressFacts facts = reply ? factsOf(record, reply->from) : AddressFacts{};
        addRow(csv,
               {target, address, std::to_string(o->probe.ttl), std::to_string(o->probe.flow), id(o->probe),
                reply ? cell(reply->from.toString()) : std::string(), cell(facts.name), cell(o->rtt()),
                reply ? cell(nameOf(reply->kind)) : std::string(),
                number(reply && reply->quote, reply ? reply->icmpType : 0),
                number(reply && reply->quote, reply ? reply->icmpCode : 0),
                number(reply && reply->quote, reply && reply->quote ? reply->quote->dscp : 0),
                number(reply && reply->mtu != 0, reply ? reply->mtu : 0), whole(facts.asn),
                cell(facts.country), isoText(o->probe.sent, 6)});
    }
    for (const Probe &probe : notSent) {
        addRow(csv,
               {target, address, std::to_string(probe.ttl), std::to_string(probe.flow), id(probe), "", "", "",
                "not_sent", "", "", "", "", "", "", ""});
    }
    return csv;
}

} // namespace parallax
