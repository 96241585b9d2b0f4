// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/corpus.h"

#include "core/data/names.h"
#include "core/evidence/layers.h"
#include "core/exporter/report.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace parallax::corpus {

namespace {

Error damaged(const std::string &what)
{
    return {ErrorCode::Malformed, what};
}

Duration spreadOf(const RttSummary &rtt)
{
    return rtt.count < 2 ? Duration{} : *rtt.median - *rtt.min;
}

/// An exponential spread above the floor has its median at mean × ln 2.
ScenarioDelay delayOf(Duration floor, Duration spread)
{
    return {floor, Duration(std::llround(static_cast<double>(spread.count()) / std::log(2.0)))};
}

double lossOf(const SessionRecord &record)
{
    const auto isText = [](const Observation &o) { return o.probe.method == Method::WebSocketText; };
    const auto sent = std::count_if(record.observations.begin(), record.observations.end(), isText);
    const auto answered = layerRtt(record, Method::WebSocketText).count;
    return sent == 0 ? 0.0 : 1.0 - static_cast<double>(answered) / static_cast<double>(sent);
}

} // namespace

bool Known::allows(VerdictKind kind) const
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

Result<Known> parseKnown(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonObject truth = object.value(QLatin1String("truth")).toObject();
    Known known{.name = object.value(QLatin1String("name")).toString().toStdString(),
                .detourMs = truth.value(QLatin1String("detour_ms")).toDouble(-1)};
    for (const auto &kind : truth.value(QLatin1String("kinds")).toArray()) {
        const auto value = verdictKindNamed(kind.toString().toStdString());
        if (!value)
            return damaged("an unknown kind");
        known.kinds.push_back(*value);
    }
    if (known.name.empty() || known.kinds.empty() || known.detourMs < 0)
        return damaged("no name, no kinds or no detour");
    const auto report = QJsonDocument(object.value(QLatin1String("report")).toObject());
    auto record = parseReport(report.toJson(QJsonDocument::Compact));
    if (!record)
        return record.error();
    known.record = std::move(record).value();
    return known;
}

Corpus readCorpus(const QString &folder)
{
    Corpus corpus;
    const QDir directory(folder);
    for (const QString &name : directory.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(directory.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            corpus.damaged.push_back(name.toStdString() + ": " + file.errorString().toStdString());
            continue;
        }
        auto known = parseKnown(file.readAll());
        if (known)
            corpus.records.push_back(std::move(known).value());
        else
            corpus.damaged.push_back(name.toStdString() + ": " + known.error().message);
    }
    return corpus;
}

Scenario twinOf(const Known &known, std::uint32_t seed)
{
    const SessionRecord &record = known.record;
    const Layers layers = layersOf(record);
    const Duration endpoint = layers.endpointFloor.value_or(Duration{});
    const RttSummary &browser =
        layers.control.count > 0 && layers.control.min < layers.text.min ? layers.control : layers.text;
    // Acknowledgements may wait for an answer to travel with: the path's own spread shows in both layers.
    const Duration pathSpread = std::min(spreadOf(layers.tcp), spreadOf(browser));
    Scenario twin{.name = known.name,
                  .seed = seed,
                  .peer = record.tester.peer,
                  .endpointRtt = delayOf(endpoint, pathSpread),
                  .endpointAnswers = layers.path.endpoint.has_value(),
                  .loss = lossOf(record),
                  .mss = record.tcp.mss,
                  .expectedKinds = known.kinds};
    if (browser.min)
        twin.detour = delayOf(std::max(*browser.min - endpoint, Duration{}), spreadOf(browser) - pathSpread);
    for (const Hop &hop : layers.path.hops)
        twin.hops.push_back({hop.address.value_or(IpAddress{}),
                             delayOf(hop.rtt.min.value_or(Duration{}), spreadOf(hop.rtt)),
                             hop.address.has_value()});
    return twin;
}

} // namespace parallax::corpus
