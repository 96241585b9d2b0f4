// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/observation_json.h"

#include "core/data/names.h"
#include "core/exporter/json_values.h"

#include <QJsonDocument>

namespace parallax {

namespace {

constexpr int largestByte = 255;
constexpr std::int64_t longestOffset = 1'000'000'000'000'000'000; // 30 years in ns; sums stay inside 64 bits
constexpr int labelLimit = 16;
constexpr std::uint32_t largestLabel = (1U << 20U) - 1; // RFC 3032: 20 bits

/// `"key":value`, with a comma where something stands before it.
void addField(QByteArray &json, const char *key, const QByteArray &value)
{
    if (!json.endsWith('{'))
        json += ',';
    json += '"';
    json += key;
    json += "\":";
    json += value;
}

/// For names and addresses: nothing in them needs an escape.
QByteArray jsonString(std::string_view text)
{
    QByteArray json;
    json.reserve(static_cast<qsizetype>(text.size()) + 2);
    json += '"';
    json.append(text.data(), static_cast<qsizetype>(text.size()));
    json += '"';
    return json;
}

QByteArray quoteJson(const Quote &quote)
{
    QByteArray json("{");
    addField(json, "dscp", QByteArray::number(quote.dscp));
    addField(json, "ecn", QByteArray::number(quote.ecn));
    addField(json, "mpls", QJsonDocument(mplsArray(quote.mpls)).toJson(QJsonDocument::Compact));
    addField(json, "ttl", QByteArray::number(quote.ttl));
    return json += '}';
}

void addReply(QByteArray &json, const Reply &reply, Duration rtt)
{
    if (reply.quote)
        addField(json, "quote", quoteJson(*reply.quote));
    addField(json, "reply", jsonString(nameOf(reply.kind)));
    addField(json, "rtt_ns", QByteArray::number(static_cast<qlonglong>(rtt.count())));
}

/// Keys in the order of the alphabet, as QJsonDocument writes them.
QByteArray observationJson(const Observation &observation, Timestamp origin)
{
    const Probe &probe = observation.probe;
    const auto &reply = observation.reply;
    QByteArray json("{");
    if (probe.dscp != 0)
        addField(json, "dscp", QByteArray::number(probe.dscp));
    if (reply && reply->from != IpAddress{})
        addField(json, "from", jsonString(reply->from.toString()));
    addField(json, "id", QByteArray::number(static_cast<qlonglong>(probe.id)));
    addField(json, "method", jsonString(nameOf(probe.method)));
    if (reply)
        addReply(json, *reply, *observation.rtt());
    addField(json, "sent_ns", QByteArray::number(static_cast<qlonglong>((probe.sent - origin).count())));
    addField(json, "ttl", QByteArray::number(probe.ttl));
    return json += '}';
}

Quote readQuote(const Fields &fields)
{
    return {.ttl = fields.whole<std::uint8_t>("ttl", 0, largestByte).value_or(0),
            .dscp = fields.whole<std::uint8_t>("dscp", 0, 63).value_or(0),
            .ecn = fields.whole<std::uint8_t>("ecn", 0, 3).value_or(0),
            .mpls = readMpls(fields)};
}

Reply readReply(const Fields &fields, const Probe &probe, ReplyKind kind)
{
    Reply reply{.id = probe.id, .kind = kind};
    const auto rtt = fields.whole<std::int64_t>("rtt_ns", -longestOffset, longestOffset).value_or(0);
    reply.received = probe.sent + Duration(rtt);
    reply.from = fields.address("from").value_or(IpAddress{});
    if (fields.has("quote"))
        reply.quote = readQuote(fields.child("quote"));
    return reply;
}

} // namespace

QJsonArray mplsArray(const std::vector<MplsLabel> &stack)
{
    QJsonArray all;
    for (const MplsLabel &label : stack)
        all.append(QJsonObject{{QStringLiteral("label"), static_cast<qint64>(label.label)},
                               {QStringLiteral("traffic_class"), label.trafficClass},
                               {QStringLiteral("ttl"), label.ttl},
                               {QStringLiteral("bottom_of_stack"), label.bottomOfStack}});
    return all;
}

std::vector<MplsLabel> readMpls(const Fields &fields)
{
    std::vector<MplsLabel> stack;
    for (const Fields &label : fields.children("mpls", labelLimit))
        stack.push_back({.label = label.whole<std::uint32_t>("label", 0, largestLabel).value_or(0),
                         .trafficClass = label.whole<std::uint8_t>("traffic_class", 0, 7).value_or(0),
                         .ttl = label.whole<std::uint8_t>("ttl", 0, largestByte).value_or(0),
                         .bottomOfStack = label.flag("bottom_of_stack").value_or(false)});
    return stack;
}

QByteArray observationsJson(const std::vector<Observation> &observations, Timestamp origin)
{
    QByteArray json("[");
    for (const Observation &observation : observations) {
        if (json.size() > 1)
            json += ',';
        json += observationJson(observation, origin);
    }
    return json += ']';
}

Observation readObservation(const Fields &fields, Timestamp origin)
{
    Observation observation;
    Probe &probe = observation.probe;
    probe.id = ProbeId{
        static_cast<std::uint64_t>(fields.whole<std::int64_t>("id", INT64_MIN, INT64_MAX).value_or(0))};
    probe.method = fields.named("method", methodNamed).value_or(Method::WebSocketText);
    probe.ttl = fields.whole<std::uint8_t>("ttl", 0, largestByte).value_or(0);
    probe.dscp = fields.whole<std::uint8_t>("dscp", 0, 63).value_or(0);
    probe.sent =
        origin + Duration(fields.whole<std::int64_t>("sent_ns", -longestOffset, longestOffset).value_or(0));
    if (const auto kind = fields.named("reply", replyKindNamed))
        observation.reply = readReply(fields, probe, *kind);
    return observation;
}

} // namespace parallax
