// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/observation_json.h"

#include "core/data/names.h"
#include "core/exporter/json_values.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <charconv>

namespace parallax {

namespace {

constexpr int largestByte = 255;
// The clock may be set from 1970 to today in the middle of a run. Differences of gaps between answers, the
// widest that anybody takes, stay inside 64 bits.
constexpr std::int64_t longestOffset = 2'200'000'000'000'000'000; // 69 years in ns
constexpr std::int64_t longestRtt = 100'000'000'000'000'000; // 3 years in ns
constexpr int labelLimit = 16'384; // as many as a packet bears
constexpr qsizetype usualSize = 144; // of an observation, in bytes
constexpr std::uint32_t largestLabel = (1U << 20U) - 1; // RFC 3032: 20 bits

/// `"key":`, with a comma where something stands before it.
void addKey(QByteArray &json, const char *key)
{
    if (!json.endsWith('{'))
        json += ',';
    json += '"';
    json += key;
    json += "\":";
}

void addNumber(QByteArray &json, const char *key, std::int64_t value)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    addKey(json, key);
    json.append(digits.data(), end - digits.data());
}

/// For names and addresses: nothing in them needs an escape.
void addText(QByteArray &json, const char *key, std::string_view text)
{
    addKey(json, key);
    json += '"';
    json.append(text.data(), static_cast<qsizetype>(text.size()));
    json += '"';
}

void addQuote(QByteArray &json, const Quote &quote)
{
    addKey(json, "quote");
    json += '{';
    addNumber(json, "dscp", quote.dscp);
    addNumber(json, "ecn", quote.ecn);
    addKey(json, "mpls");
    json += QJsonDocument(mplsArray(quote.mpls)).toJson(QJsonDocument::Compact);
    addNumber(json, "ttl", quote.ttl);
    json += '}';
}

/// Keys in the order of the alphabet, as QJsonDocument writes them.
void addObservation(QByteArray &json, const Observation &observation, Timestamp origin)
{
    const Probe &probe = observation.probe;
    const auto &reply = observation.reply;
    json += '{';
    if (probe.dscp != 0)
        addNumber(json, "dscp", probe.dscp);
    if (reply && reply->from != IpAddress{})
        addText(json, "from", reply->from.toString());
    addNumber(json, "id", static_cast<std::int64_t>(probe.id));
    addText(json, "method", nameOf(probe.method));
    if (reply && reply->quote)
        addQuote(json, *reply->quote);
    if (reply) {
        addText(json, "reply", nameOf(reply->kind));
        addNumber(json, "rtt_ns", observation.rtt()->count());
    }
    addNumber(json, "sent_ns", (probe.sent - origin).count());
    addNumber(json, "ttl", probe.ttl);
    json += '}';
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
    const auto rtt = fields.whole<std::int64_t>("rtt_ns", INT64_MIN, INT64_MAX).value_or(0);
    // Longer where the clock was set while the answer was under way: nonsense, which the run must survive.
    reply.received = probe.sent + Duration(std::clamp(rtt, -longestRtt, longestRtt));
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
    for (const Fields &label : fields.children("mpls", labelLimit)) {
        if (stack.size() == mostMplsLabels) // a report of when nothing limited them
            break;
        stack.push_back({.label = label.whole<std::uint32_t>("label", 0, largestLabel).value_or(0),
                         .trafficClass = label.whole<std::uint8_t>("traffic_class", 0, 7).value_or(0),
                         .ttl = label.whole<std::uint8_t>("ttl", 0, largestByte).value_or(0),
                         .bottomOfStack = label.flag("bottom_of_stack").value_or(false)});
    }
    return stack;
}

QByteArray observationsJson(const std::vector<Observation> &observations, Timestamp origin)
{
    QByteArray json;
    json.reserve(static_cast<qsizetype>(observations.size()) * usualSize);
    json += '[';
    for (const Observation &observation : observations) {
        if (json.size() > 1)
            json += ',';
        addObservation(json, observation, origin);
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
    const std::int64_t latest =
        std::min(longestOffset, INT64_MAX - longestRtt - origin.time_since_epoch().count());
    probe.sent = origin + Duration(fields.whole<std::int64_t>("sent_ns", -longestOffset, latest).value_or(0));
    if (const auto kind = fields.named("reply", replyKindNamed))
        observation.reply = readReply(fields, probe, *kind);
    return observation;
}

} // namespace parallax
