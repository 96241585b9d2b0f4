// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/watch_export.h"

#include "core/data/names.h"
#include "core/data/path_events.h"
#include "core/data/path_figures.h"
#include "core/data/path_places.h"
#include "core/document/csv_cell.h"
#include "core/document/trace_document.h"
#include "core/exporter/formats.h"
#include "core/exporter/json_values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace parallax {

namespace {

constexpr std::size_t written = 1 << 20; // bytes at a time

bool isOwn(const TraceState &state, const IpAddress &address)
{
    const auto source = IpAddress::parse(state.request.source);
    return isPrivateAddress(address) || address == state.record.source
        || (source && source.value() == address);
}

AddressFacts factsOf(const TraceState &state, const IpAddress &address)
{
    const auto known = state.record.addresses.find(address);
    return known == state.record.addresses.end() ? AddressFacts{} : known->second;
}

std::string_view nameOf(PathEvent::Kind kind)
{
    switch (kind) {
    case PathEvent::Kind::RouteChanged:
        return "route_changed";
    case PathEvent::Kind::LossBegan:
        return "loss_began";
    case PathEvent::Kind::LossEnded:
        return "loss_ended";
    case PathEvent::Kind::RttHigh:
        return "rtt_high";
    case PathEvent::Kind::RttNormal:
        return "rtt_normal";
    case PathEvent::Kind::LossHigh:
        return "loss_high";
    case PathEvent::Kind::LossNormal:
        return "loss_normal";
    }
    return {};
}

QJsonObject rowObject(const TraceState &state, const PathRow &row, OwnAddresses own)
{
    const bool shown = row.address && (own == OwnAddresses::Shown || !isOwn(state, *row.address));
    const AddressFacts facts = shown ? factsOf(state, *row.address) : AddressFacts{};
    const bool first = row.branch == 0;
    const auto spread = [&](std::optional<Duration> value) { // minutes do not tell it
        return state.byMinute ? QJsonValue() : jsonMilliseconds(value);
    };
    return {{QStringLiteral("ttl"), row.ttl},
            {QStringLiteral("address"), shown ? QJsonValue(qString(row.address->toString())) : QJsonValue()},
            {QStringLiteral("name"), jsonText(facts.name)},
            {QStringLiteral("asn"), jsonInteger(facts.asn)},
            {QStringLiteral("as_name"), jsonText(facts.asName)},
            {QStringLiteral("country"), jsonText(facts.country)},
            {QStringLiteral("city"), jsonText(facts.city)},
            {QStringLiteral("sent"), first ? QJsonValue(row.sent) : QJsonValue()},
            {QStringLiteral("unanswered"), first ? QJsonValue(row.unanswered) : QJsonValue()},
            {QStringLiteral("refused"), first ? QJsonValue(row.refused) : QJsonValue()},
            {QStringLiteral("answered"), row.rtt.answered},
            {QStringLiteral("best_ms"), jsonMilliseconds(row.rtt.best)},
            {QStringLiteral("mean_ms"), spread(row.rtt.average)},
            {QStringLiteral("worst_ms"), jsonMilliseconds(row.rtt.worst)},
            {QStringLiteral("deviation_ms"), spread(row.rtt.deviation)},
            {QStringLiteral("ipdv_ms"), spread(row.rtt.jitter)}};
}

QJsonObject eventObject(const TraceState &state, const PathEvent &event, OwnAddresses own)
{
    const bool route = event.kind == PathEvent::Kind::RouteChanged;
    const auto address = [&](const IpAddress &which) {
        const bool shown = route && (own == OwnAddresses::Shown || !isOwn(state, which));
        return shown ? QJsonValue(qString(which.toString())) : QJsonValue();
    };
    return {{QStringLiteral("at"), isoTime(event.at)},
            {QStringLiteral("kind"), qString(nameOf(event.kind))},
            {QStringLiteral("ttl"), route ? QJsonValue(event.ttl) : QJsonValue()},
            {QStringLiteral("before"), address(event.before)},
            {QStringLiteral("after"), address(event.after)},
            {QStringLiteral("lasted_ms"), jsonMilliseconds(event.lasted)},
            {QStringLiteral("rtt_ms"), jsonMilliseconds(event.rtt)},
            {QStringLiteral("loss"), jsonNumber(event.share)}};
}

/// The rows of one round.
void addRound(std::string &csv, const TraceState &state, std::size_t round, OwnAddresses own)
{
    for (const auto &[ttl, hop] : state.history.hops()) {
        const HopSample sample = hop.at(round);
        if (!sample.asked() || ttl > state.history.endTtl(round).value_or(ttl))
            continue;
        const bool known = sample.answered() && sample.responder < hop.responders.size();
        const IpAddress address = known ? hop.responders[sample.responder] : IpAddress{};
        const bool shown = known && (own == OwnAddresses::Shown || !isOwn(state, address));
        const AddressFacts facts = shown ? factsOf(state, address) : AddressFacts{};
        addRow(csv,
               {isoText(state.history.start(round)), std::to_string(state.history.dropped() + round + 1),
                std::to_string(ttl), shown ? cell(address.toString()) : std::string(), cell(facts.name),
                cell(sample.rtt()), whole(facts.asn), cell(facts.country)});
    }
}

bool writeAll(QIODevice &target, const std::string &text)
{
    const auto size = static_cast<qint64>(text.size());
    return target.write(text.data(), size) == size;
}

/// A copy that tells nothing of own addresses.
TraceRecord told(const TraceState &state, OwnAddresses own)
{
    TraceRecord record = state.record;
    if (own == OwnAddresses::Shown)
        return record;
    for (Observation &observation : record.observations) {
        if (observation.reply && isOwn(state, observation.reply->from))
            observation.reply->from = IpAddress{};
    }
    return record;
}

} // namespace

QJsonObject watchObject(const TraceState &state, OwnAddresses own)
{
    QJsonArray hops;
    for (const PathRow &row : pathRows(state.history))
        hops.append(rowObject(state, row, own));
    QJsonArray events;
    for (const PathEvent &event : pathEvents(state.history))
        events.append(eventObject(state, event, own));
    return {{QStringLiteral("schema"), QStringLiteral("parallax.watch/1")},
            {QStringLiteral("target"), qString(state.record.target)},
            {QStringLiteral("address"), qString(state.record.address.address.toString())},
            {QStringLiteral("protocol"), qString(nameOf(state.record.method))},
            {QStringLiteral("started"), isoTime(state.record.started)},
            {QStringLiteral("interval_ms"), roundedMilliseconds(state.request.interval)},
            {QStringLiteral("rounds"), static_cast<qint64>(state.history.rounds())},
            {QStringLiteral("end_reason"), qString(nameOf(state.record.end))},
            {QStringLiteral("by_minute"), state.byMinute},
            {QStringLiteral("hops"), hops},
            {QStringLiteral("events"), events}};
}

Result<void> writeTraceCsv(const TraceState &state, OwnAddresses own, const QString &file)
{
    if (state.request.kind != TraceRequest::Kind::Watch)
        return writeExport(file, QByteArray::fromStdString(traceCsv(told(state, own))));
    if (state.byMinute)
        return Error{ErrorCode::Unavailable,
                     "this path is older than a week: of its rounds only the figures of minutes are left. "
                     "Export it as JSON"};
    QSaveFile target(file);
    std::string csv("round_started,round,ttl,responder,name,rtt_ms,asn,country\r\n");
    bool good = target.open(QIODevice::WriteOnly);
    for (std::size_t round = 0; good && round < state.history.rounds(); ++round) {
        addRound(csv, state, round, own);
        if (csv.size() < written)
            continue;
        good = writeAll(target, csv);
        csv.clear();
    }
    if (good && writeAll(target, csv) && target.commit())
        return {};
    return Error{ErrorCode::Io, (file + QStringLiteral(": ") + target.errorString()).toStdString()};
}

Result<void> writeTraceJson(const TraceState &state, OwnAddresses own, const QString &file)
{
    const bool watch = state.request.kind == TraceRequest::Kind::Watch;
    const QByteArray document = watch ? QJsonDocument(watchObject(state, own)).toJson(QJsonDocument::Compact)
                                      : QByteArray::fromStdString(traceJson(told(state, own), false));
    return writeExport(file, document + '\n');
}

} // namespace parallax
