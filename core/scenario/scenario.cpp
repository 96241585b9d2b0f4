// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario.h"

#include "core/data/names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace parallax {

namespace {

constexpr double longestMs = 60'000;
constexpr qsizetype mostHops = 64;

Error malformed(const QString &what)
{
    return {ErrorCode::Malformed, "scenario: " + what.toStdString()};
}

Duration milliseconds(const QJsonValue &value)
{
    return fromMilliseconds(std::clamp(value.toDouble(), 0.0, longestMs));
}

ScenarioDelay delay(const QJsonObject &object, const QString &name)
{
    return {milliseconds(object.value(name + QStringLiteral("_ms"))),
            milliseconds(object.value(name + QStringLiteral("_jitter_ms")))};
}

Result<ScenarioHop> parseHop(const QJsonObject &object)
{
    const auto address = IpAddress::parse(object.value(QStringLiteral("address")).toString().toStdString());
    if (!address)
        return malformed(QStringLiteral("hops: ") + QString::fromStdString(address.error().message));
    return ScenarioHop{address.value(), delay(object, QStringLiteral("rtt")),
                       object.value(QStringLiteral("answers")).toBool(true)};
}

Result<void> parseHops(const QJsonArray &array, Scenario &scenario)
{
    if (array.size() > mostHops)
        return malformed(QStringLiteral("more hops than a TTL can count"));
    for (const auto &value : array) {
        auto hop = parseHop(value.toObject());
        if (!hop)
            return hop.error();
        scenario.hops.push_back(hop.value());
    }
    return {};
}

/// A number of the SYN, if it is given.
template<class Number>
Result<void> parseNumber(const QJsonObject &root, const QString &name, std::optional<Number> &number)
{
    if (!root.contains(name))
        return {};
    const int value = root.value(name).toInt(-1);
    if (value < 0 || value > std::numeric_limits<Number>::max())
        return malformed(name);
    number = static_cast<Number>(value);
    return {};
}

Result<void> parseExpectation(const QJsonObject &expect, Scenario &scenario)
{
    const auto kinds = expect.value(QStringLiteral("kind")).toArray();
    for (const auto &value : kinds) {
        const auto kind = verdictKindNamed(value.toString().toStdString());
        if (!kind)
            return malformed(QStringLiteral("expect.kind: no kind \"%1\"").arg(value.toString()));
        scenario.expectedKinds.push_back(*kind);
    }
    if (expect.contains(QStringLiteral("detour_ms")))
        scenario.expectedDetour = milliseconds(expect.value(QStringLiteral("detour_ms")));
    return {};
}

} // namespace

Result<Scenario> parseScenario(const QByteArray &json)
{
    QJsonParseError problem;
    const auto root = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return malformed(problem.errorString());
    const auto peer = IpAddress::parse(root.value(QStringLiteral("peer")).toString().toStdString());
    if (!peer)
        return malformed(QStringLiteral("peer: ") + QString::fromStdString(peer.error().message));
    Scenario scenario{.name = root.value(QStringLiteral("name")).toString().toStdString(),
                      .seed = static_cast<std::uint32_t>(root.value(QStringLiteral("seed")).toInt(1)),
                      .peer = {peer.value(), 50'000},
                      .endpointRtt = delay(root, QStringLiteral("endpoint_rtt")),
                      .detour = delay(root, QStringLiteral("detour")),
                      .endpointAnswers = root.value(QStringLiteral("endpoint_answers")).toBool(true),
                      .controlAnswered = root.value(QStringLiteral("control_answered")).toBool(true),
                      .loss = std::clamp(root.value(QStringLiteral("loss")).toDouble(), 0.0, 1.0),
                      .captured = root.value(QStringLiteral("captured")).toBool(true)};
    if (auto mss = parseNumber(root, QStringLiteral("mss"), scenario.mss); !mss)
        return mss.error();
    if (auto ttl = parseNumber(root, QStringLiteral("syn_ttl"), scenario.synTtl); !ttl)
        return ttl.error();
    if (auto hops = parseHops(root.value(QStringLiteral("hops")).toArray(), scenario); !hops)
        return hops.error();
    if (auto expect = parseExpectation(root.value(QStringLiteral("expect")).toObject(), scenario); !expect)
        return expect.error();
    return scenario;
}

} // namespace parallax
