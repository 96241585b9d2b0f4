// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/trace_document.h"

#include "core/data/names.h"
#include "core/data/own_addresses.h"
#include "core/data/path_summary.h"
#include "core/document/csv_cell.h"
#include "core/document/document_values.h"
#include "core/document/json_text.h"

#include <algorithm>

namespace parallax {

namespace {

/// Of who answered.
const AddressFacts &factsOf(const TraceRecord &record, const Observation &observation)
{
    static const AddressFacts none;
    const auto known =
        observation.reply ? record.addresses.find(observation.reply->from) : record.addresses.end();
    return known == record.addresses.end() ? none : known->second;
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

/// An empty text from outside says no more than none.
std::optional<std::string_view> unlessEmpty(std::string_view text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

template<class Value>
std::optional<Value> knownIf(bool known, Value value)
{
    return known ? std::optional(value) : std::nullopt;
}

bool isIcmp(const Reply &reply)
{
    return reply.kind == ReplyKind::TimeExceeded || reply.kind == ReplyKind::Unreachable
        || reply.kind == ReplyKind::EchoReply;
}

/// Said there and then, or in the search for the path's MTU.
std::optional<std::uint16_t> mtuOf(const TraceRecord &record, const Reply &reply)
{
    return reply.mtu != 0 ? std::optional(reply.mtu) : mtuSaidBy(record, reply.from);
}

void putMpls(JsonText &json, const std::vector<MplsLabel> &stack)
{
    json.beginArray();
    for (const MplsLabel &label : stack) {
        json.beginObject();
        json.add("label", label.label);
        json.add("traffic_class", label.trafficClass);
        json.add("ttl", label.ttl);
        json.add("bottom_of_stack", label.bottomOfStack);
        json.endObject();
    }
    json.endArray();
}

void putReply(JsonText &json, const TraceRecord &record, const Observation &observation)
{
    static const Quote none;
    const Reply &reply = *observation.reply;
    const bool icmp = isIcmp(reply);
    const AddressFacts &facts = factsOf(record, observation);
    const bool quoted = reply.quote.has_value();
    const Quote &quote = quoted ? *reply.quote : none;
    json.beginObject();
    json.add("address", unlessEmpty(addressText(reply.from)));
    json.add("name", unlessEmpty(facts.name));
    json.add("rtt_ms", observation.rtt());
    json.add("host_delay_ms", reply.hostDelay);
    json.add("kind", nameOf(reply.kind));
    json.add("icmp_type", knownIf(icmp, reply.icmpType));
    json.add("icmp_code", knownIf(icmp, reply.icmpCode));
    json.add("dscp", knownIf(quoted, quote.dscp));
    json.add("ecn", knownIf(quoted, quote.ecn));
    json.key("mpls");
    putMpls(json, quote.mpls);
    json.add("mtu", knownIf(reply.mtu != 0, reply.mtu));
    json.add("flow", observation.probe.flow);
    json.add("nat", quote.translated);
    json.add("reply_ttl", knownIf(reply.ttl != 0, reply.ttl));
    json.add("return_hops", returnLength(reply.ttl));
    json.add("country", unlessEmpty(facts.country));
    json.add("city", unlessEmpty(facts.city));
    json.add("asn", facts.asn);
    json.add("as_name", unlessEmpty(facts.asName));
    json.endObject();
}

void putProbe(JsonText &json, const TraceRecord &record, const Observation &observation)
{
    json.beginObject();
    json.add("probe", static_cast<std::uint64_t>(observation.probe.id));
    json.add("ttl", observation.probe.ttl);
    json.add("flow", observation.probe.flow);
    json.add("sent", isoText(observation.probe.sent, 6));
    json.key("reply");
    if (observation.reply)
        putReply(json, record, observation);
    else
        json.put(std::nullopt);
    json.endObject();
}

std::optional<std::uint16_t> hopMtu(const TraceRecord &record, const PathHop &hop)
{
    for (const Responder &responder : hop.responders) {
        if (const auto mtu = mtuSaidBy(record, responder.address))
            return mtu;
    }
    return std::nullopt;
}

void putHops(JsonText &json, const TraceRecord &record)
{
    const auto ordered = inOrder(record.observations);
    json.beginArray();
    for (const PathHop &hop : summarizePath(record).hops) {
        json.beginObject();
        json.add("ttl", hop.ttl);
        json.key("replies");
        json.beginArray();
        for (const Observation *o : ordered) {
            if (o->reply && o->probe.ttl == hop.ttl)
                putReply(json, record, *o);
        }
        json.endArray();
        json.add("mtu", hopMtu(record, hop));
        json.add("sent", hop.sent);
        json.add("unanswered", hop.unanswered);
        json.add("not_sent", hop.notSent);
        json.add("rate_limited", hop.rateLimited);
        json.endObject();
    }
    json.endArray();
}

} // namespace

std::string_view protocolName(Method method)
{
    return method == Method::TcpSyn ? "tcp" : nameOf(method);
}

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

std::string traceJson(const TraceRecord &record, bool ping)
{
    const IpAddress &address = record.address.address;
    const bool known = address != IpAddress{};
    JsonText json;
    json.beginObject();
    json.add("schema", std::string_view(ping ? "parallax.ping/1" : "parallax.trace/1"));
    json.add("target", unlessEmpty(record.target));
    json.add("address", knownIf(known && !isHidden(address), address.toString()));
    json.add("port", knownIf(record.method != Method::IcmpEcho, record.address.port));
    json.add("protocol", protocolName(record.method));
    json.add("started", knownIf(known, isoText(record.started)));
    json.add("duration_ms", record.duration);
    json.add("end_reason", nameOf(record.end));
    json.add("path_mtu", pathMtu(record));
    json.key("hops");
    putHops(json, record);
    json.endObject();
    return json.text();
}

std::string observedJson(const TraceRecord &record, const std::vector<Observation> &batch,
                         std::size_t notSent)
{
    JsonText json;
    json.beginObject();
    json.key("probes");
    json.beginArray();
    for (const Observation &observation : batch)
        putProbe(json, record, observation);
    json.endArray();
    json.add("not_sent", notSent);
    json.endObject();
    return json.text();
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
    const std::string address = cell(addressText(record.address.address));
    const auto id = [](const Probe &probe) { return std::to_string(static_cast<std::uint64_t>(probe.id)); };
    const auto number = [](bool known, int value) { return known ? std::to_string(value) : std::string(); };
    std::string csv;
    for (const Observation *o : inOrder(observations)) {
        const auto &reply = o->reply;
        const AddressFacts &facts = factsOf(record, *o);
        addRow(csv,
               {target, address, std::to_string(o->probe.ttl), std::to_string(o->probe.flow), id(o->probe),
                reply ? cell(addressText(reply->from)) : std::string(), cell(facts.name), cell(o->rtt()),
                reply ? cell(nameOf(reply->kind)) : std::string(),
                number(reply && isIcmp(*reply), reply ? reply->icmpType : 0),
                number(reply && isIcmp(*reply), reply ? reply->icmpCode : 0),
                number(reply && reply->quote, reply && reply->quote ? reply->quote->dscp : 0),
                whole(reply ? mtuOf(record, *reply) : std::nullopt), whole(facts.asn), cell(facts.country),
                isoText(o->probe.sent, 6)});
    }
    for (const Probe &probe : notSent) {
        addRow(csv,
               {target, address, std::to_string(probe.ttl), std::to_string(probe.flow), id(probe), "", "", "",
                "not_sent", "", "", "", "", "", "", ""});
    }
    return csv;
}

} // namespace parallax
