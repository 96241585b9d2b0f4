// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/path_json.h"

#include "core/data/names.h"
#include "core/exporter/fields.h"
#include "core/exporter/json_values.h"
#include "core/exporter/observation_json.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <functional>

namespace parallax {

namespace {

constexpr int longestText = 1000;
constexpr int mostFacts = 65'536; // 256 responders at 256 TTLs
constexpr int largestByte = 255;
constexpr int largestWord = 65'535;
constexpr int largestNumber = 1'000'000;
constexpr std::int64_t day = 86'400'000'000'000; // ns
constexpr double largestFactor = 1e6;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Reads an object with `read`; whatever it complained of is the error.
template<class Value>
Result<Value> parsed(const QByteArray &json, Value (*read)(const Fields &))
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return Error{ErrorCode::Malformed, "it is no JSON object"};
    std::optional<Error> problem;
    Value value = read(Fields(document.object(), QString(), problem));
    if (problem)
        return *problem;
    return value;
}

std::string shortText(const Fields &fields, const char *key)
{
    return plainText(QString::fromStdString(fields.text(key, longestText)));
}

double factor(const Fields &fields, const char *key)
{
    const double value = fields.number(key).value_or(0.0);
    if (value < 0.0 || value > largestFactor)
        fields.complain(key, "is out of range");
    return value;
}

Duration nanoseconds(const Fields &fields, const char *key)
{
    return Duration(fields.whole<std::int64_t>(key, 0, day).value_or(0));
}

TraceRequest requestIn(const Fields &f)
{
    TraceRequest request{.target = shortText(f, "target"), .kind = TraceRequest::Kind::Watch};
    request.method = f.named("method", methodNamed).value_or(Method::IcmpEcho);
    request.family = static_cast<AddressFamily>(f.whole<int>("family", 0, 2).value_or(0));
    request.port = f.whole<std::uint16_t>("port", 0, largestWord).value_or(0);
    request.source = shortText(f, "source");
    request.interface = shortText(f, "interface");
    request.tos = f.whole<std::uint8_t>("tos", 0, largestByte).value_or(0);
    request.length = f.whole<std::uint16_t>("length", 0, largestWord).value_or(0);
    request.firstTtl = f.whole<int>("first_ttl", 1, largestByte).value_or(1);
    request.maxTtl = f.whole<int>("max_ttl", 1, largestByte).value_or(1);
    request.probesPerHop = f.whole<int>("probes_per_hop", 0, largestNumber).value_or(0);
    request.flows = f.whole<int>("flows", 0, largestByte).value_or(0);
    request.maxInFlight = f.whole<int>("max_in_flight", 0, largestNumber).value_or(0);
    request.gap = nanoseconds(f, "gap_ns");
    request.roundGap = nanoseconds(f, "round_gap_ns");
    request.names = f.flag("names").value_or(false);
    request.longestWait = nanoseconds(f, "longest_wait_ns");
    request.hereFactor = factor(f, "here_factor");
    request.nearFactor = factor(f, "near_factor");
    request.interval = nanoseconds(f, "interval_ns");
    return request;
}

QJsonObject factsObject(const IpAddress &address, const AddressFacts &facts)
{
    const auto coordinate = [&](double Place::*which) {
        return facts.place ? QJsonValue((*facts.place).*which) : QJsonValue();
    };
    return {{QStringLiteral("address"), qString(address.toString())},
            {QStringLiteral("country"), jsonText(facts.country)},
            {QStringLiteral("asn"), jsonInteger(facts.asn)},
            {QStringLiteral("as_name"), jsonText(facts.asName)},
            {QStringLiteral("city"), jsonText(facts.city)},
            {QStringLiteral("latitude"), coordinate(&Place::latitude)},
            {QStringLiteral("longitude"), coordinate(&Place::longitude)},
            {QStringLiteral("name"), jsonText(facts.name)}};
}

/// Degrees; a map shows no others.
double degrees(const Fields &fields, const char *key, double most)
{
    const double value = fields.number(key).value_or(0.0);
    if (std::abs(value) > most)
        fields.complain(key, "is out of range");
    return value;
}

std::map<IpAddress, AddressFacts> factsIn(const Fields &all)
{
    constexpr std::int64_t largestAsn = 0xFFFFFFFF;
    std::map<IpAddress, AddressFacts> result;
    for (const Fields &f : all.children("addresses", mostFacts)) {
        AddressFacts facts{.country = shortText(f, "country"),
                           .asn = f.whole<std::uint32_t>("asn", 0, largestAsn),
                           .asName = shortText(f, "as_name"),
                           .city = shortText(f, "city"),
                           .name = shortText(f, "name")};
        if (f.has("latitude") && f.has("longitude"))
            facts.place = Place{degrees(f, "latitude", 90.0), degrees(f, "longitude", 180.0)};
        if (const auto address = f.address("address"))
            result[*address] = facts;
    }
    return result;
}

Reply replyIn(const Fields &f)
{
    Reply reply{.kind = f.named("kind", replyKindNamed).value_or(ReplyKind::TimeExceeded),
                .from = f.address("from").value_or(IpAddress{}),
                .icmpType = f.whole<std::uint8_t>("icmp_type", 0, largestByte).value_or(0),
                .icmpCode = f.whole<std::uint8_t>("icmp_code", 0, largestByte).value_or(0),
                .mtu = f.whole<std::uint16_t>("mtu", 0, largestWord).value_or(0),
                .ttl = f.whole<std::uint8_t>("ttl", 0, largestByte).value_or(0)};
    if (f.has("quote")) {
        const Fields quote = f.child("quote");
        reply.quote = Quote{.ttl = quote.whole<std::uint8_t>("ttl", 0, largestByte).value_or(0),
                            .dscp = quote.whole<std::uint8_t>("dscp", 0, 63).value_or(0),
                            .ecn = quote.whole<std::uint8_t>("ecn", 0, 3).value_or(0),
                            .translated = quote.flag("nat"),
                            .mpls = readMpls(quote)};
    }
    return reply;
}

QJsonValue quoteValue(const std::optional<Quote> &quote)
{
    if (!quote)
        return {};
    return QJsonObject{
        {QStringLiteral("ttl"), quote->ttl},
        {QStringLiteral("dscp"), quote->dscp},
        {QStringLiteral("ecn"), quote->ecn},
        {QStringLiteral("nat"), quote->translated ? QJsonValue(*quote->translated) : QJsonValue()},
        {QStringLiteral("mpls"), mplsArray(quote->mpls)}};
}

} // namespace

std::string plainText(QString text)
{
    const auto isPlain = [](QChar c) {
        const QChar::Category category = c.category();
        return category != QChar::Other_Control && category != QChar::Other_Format
            && category != QChar::Separator_Line && category != QChar::Separator_Paragraph;
    };
    std::replace_if(text.begin(), text.end(), std::not_fn(isPlain), QLatin1Char(' '));
    return text.toStdString();
}

QByteArray requestJson(const TraceRequest &request)
{
    const auto ns = [](Duration duration) { return static_cast<qint64>(duration.count()); };
    return compact({{QStringLiteral("target"), qString(request.target)},
                    {QStringLiteral("method"), qString(nameOf(request.method))},
                    {QStringLiteral("family"), static_cast<int>(request.family)},
                    {QStringLiteral("port"), request.port},
                    {QStringLiteral("source"), qString(request.source)},
                    {QStringLiteral("interface"), qString(request.interface)},
                    {QStringLiteral("tos"), request.tos},
                    {QStringLiteral("length"), request.length},
                    {QStringLiteral("first_ttl"), request.firstTtl},
                    {QStringLiteral("max_ttl"), request.maxTtl},
                    {QStringLiteral("probes_per_hop"), request.probesPerHop},
                    {QStringLiteral("flows"), request.flows},
                    {QStringLiteral("max_in_flight"), request.maxInFlight},
                    {QStringLiteral("gap_ns"), ns(request.gap)},
                    {QStringLiteral("round_gap_ns"), ns(request.roundGap)},
                    {QStringLiteral("names"), request.names},
                    {QStringLiteral("longest_wait_ns"), ns(request.longestWait)},
                    {QStringLiteral("here_factor"), request.hereFactor},
                    {QStringLiteral("near_factor"), request.nearFactor},
                    {QStringLiteral("interval_ns"), ns(request.interval)}});
}

Result<TraceRequest> readRequest(const QByteArray &json)
{
    return parsed(json, requestIn);
}

QByteArray factsJson(const std::map<IpAddress, AddressFacts> &facts)
{
    QJsonArray all;
    for (const auto &[address, each] : facts)
        all.append(factsObject(address, each));
    return compact({{QStringLiteral("addresses"), all}});
}

Result<std::map<IpAddress, AddressFacts>> readFacts(const QByteArray &json)
{
    return parsed(json, factsIn);
}

QByteArray replyJson(const Reply &reply)
{
    return compact({{QStringLiteral("kind"), qString(nameOf(reply.kind))},
                    {QStringLiteral("from"), qString(reply.from.toString())},
                    {QStringLiteral("icmp_type"), reply.icmpType},
                    {QStringLiteral("icmp_code"), reply.icmpCode},
                    {QStringLiteral("mtu"), reply.mtu},
                    {QStringLiteral("ttl"), reply.ttl},
                    {QStringLiteral("quote"), quoteValue(reply.quote)}});
}

Result<Reply> readReply(const QByteArray &json)
{
    return parsed(json, replyIn);
}

} // namespace parallax
