// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/watch_export.h"

#include "core/base/failure.h"
#include "core/data/names.h"
#include "core/data/own_addresses.h"
#include "core/data/path_events.h"
#include "core/data/trace_figures.h"
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

AddressFacts factsOf(const TraceState &state, const std::optional<IpAddress> &address)
{
    const auto known = address ? state.record.addresses.find(*address) : state.record.addresses.end();
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
    case PathEvent::Kind::NotSentBegan:
        return "not_sent_began";
    case PathEvent::Kind::NotSentEnded:
        return "not_sent_ended";
    }
    return {};
}

QJsonArray mplsArray(const std::vector<MplsLabel> &stack)
{
    QJsonArray labels;
    for (const MplsLabel &label : stack)
        labels.append(QJsonObject{{QStringLiteral("label"), static_cast<qint64>(label.label)},
                                  {QStringLiteral("traffic_class"), label.trafficClass},
                                  {QStringLiteral("ttl"), label.ttl},
                                  {QStringLiteral("bottom_of_stack"), label.bottomOfStack}});
    return labels;
}

/// What its first answer tells, in the words of parallax.trace/1.
void addReply(QJsonObject &object, const std::optional<Reply> &reply)
{
    const std::optional<Quote> quote = reply ? reply->quote : std::nullopt;
    const bool saysMtu = reply && reply->mtu != 0;
    object[QLatin1String("dscp")] = quote ? QJsonValue(quote->dscp) : QJsonValue();
    object[QLatin1String("ecn")] = quote ? QJsonValue(quote->ecn) : QJsonValue();
    object[QLatin1String("mpls")] = mplsArray(quote ? quote->mpls : std::vector<MplsLabel>());
    object[QLatin1String("nat")] = jsonFlag(quote ? quote->translated : std::nullopt);
    object[QLatin1String("mtu")] = saysMtu ? QJsonValue(reply->mtu) : QJsonValue();
    object[QLatin1String("return_hops")] = jsonInteger(reply ? returnLength(reply->ttl) : std::nullopt);
}

/// Sent and loss stand only in the TTL's first row.
void addCounts(QJsonObject &object, const PathRow &row, bool byMinute)
{
    const auto count = [&](const char *key, int value, bool isKept = true) {
        object[QLatin1String(key)] = row.branch == 0 && isKept ? QJsonValue(value) : QJsonValue();
    };
    count("sent", row.sent);
    count("unanswered", row.unanswered);
    count("refused", row.refused, !byMinute);
    count("not_sent", row.notSent, !byMinute);
    count("rate_limited", row.rateLimited);
}

QJsonObject rowObject(const TraceState &state, const PathRow &row)
{
    const AddressFacts facts = factsOf(state, row.address);
    QJsonObject object{
        {QStringLiteral("ttl"), row.ttl},
        {QStringLiteral("address"), row.address ? jsonText(addressText(*row.address)) : QJsonValue()},
        {QStringLiteral("name"), jsonText(facts.name)},
        {QStringLiteral("asn"), jsonInteger(facts.asn)},
        {QStringLiteral("as_name"), jsonText(facts.asName)},
        {QStringLiteral("country"), jsonText(facts.country)},
        {QStringLiteral("city"), jsonText(facts.city)},
        {QStringLiteral("answered"), row.rtt.answered},
        {QStringLiteral("last_ms"), jsonMilliseconds(row.rtt.last)},
        {QStringLiteral("best_ms"), jsonMilliseconds(row.rtt.best)},
        {QStringLiteral("mean_ms"), jsonMilliseconds(row.rtt.average)},
        {QStringLiteral("worst_ms"), jsonMilliseconds(row.rtt.worst)},
        {QStringLiteral("deviation_ms"), jsonMilliseconds(row.rtt.deviation)},
        {QStringLiteral("ipdv_ms"), jsonMilliseconds(row.rtt.jitter)}};
    addCounts(object, row, state.byMinute);
    addReply(object, row.first);
    return object;
}

QJsonObject eventObject(const PathEvent &event)
{
    const bool route = event.kind == PathEvent::Kind::RouteChanged;
    const auto address = [route](const IpAddress &which) {
        return route ? jsonText(addressText(which)) : QJsonValue();
    };
    return {{QStringLiteral("at"), isoTime(event.at)},
            {QStringLiteral("kind"), qString(nameOf(event.kind))},
            {QStringLiteral("ttl"), route ? QJsonValue(event.ttl) : QJsonValue()},
            {QStringLiteral("hops"), route ? QJsonValue(event.hops) : QJsonValue()},
            {QStringLiteral("before"), address(event.before)},
            {QStringLiteral("after"), address(event.after)},
            {QStringLiteral("lasted_ms"), jsonMilliseconds(event.lasted)},
            {QStringLiteral("rtt_ms"), jsonMilliseconds(event.rtt)},
            {QStringLiteral("loss"), jsonNumber(event.share)}};
}

/// In the words of the document; nothing of what was not asked.
std::string_view outcomeOf(const HopSample &sample)
{
    if (sample.answered())
        return "answered";
    switch (sample.rttMicroseconds) {
    case HopSample::lost:
        return "unanswered";
    case HopSample::refused:
        return "refused";
    case HopSample::notSent:
        return "not_sent";
    default:
        return {};
    }
}

/// The rows of one round.
void addRound(std::string &csv, const TraceState &state, std::size_t round)
{
    for (const auto &[ttl, hop] : state.history.hops()) {
        const HopSample sample = hop.at(round);
        const std::string_view outcome = outcomeOf(sample);
        if (outcome.empty() || ttl > state.history.endTtl(round).value_or(ttl))
            continue;
        const bool known = sample.answered() && sample.responder < hop.responders.size();
        const auto address = known ? std::optional(hop.responders[sample.responder]) : std::nullopt;
        const AddressFacts facts = factsOf(state, address);
        addRow(csv,
               {isoText(state.history.start(round)), std::to_string(state.history.dropped() + round + 1),
                std::to_string(ttl), address ? cell(addressText(*address)) : std::string(), cell(facts.name),
                cell(sample.rtt()), whole(facts.asn), cell(facts.country), cell(outcome)});
    }
}

bool writeAll(QIODevice &target, const std::string &text)
{
    const auto size = static_cast<qint64>(text.size());
    return target.write(text.data(), size) == size;
}

} // namespace

QJsonObject watchObject(const TraceState &state, const PathLimits &limits)
{
    QJsonArray hops;
    for (const PathRow &row : pathRows(state))
        hops.append(rowObject(state, row));
    QJsonArray events;
    for (const PathEvent &event : pathEvents(state.history, limits))
        events.append(eventObject(event));
    const IpAddress &address = state.record.address.address;
    const bool known = address != IpAddress{};
    const bool any = state.history.rounds() > 0;
    return {{QStringLiteral("schema"), QStringLiteral("parallax.watch/1")},
            {QStringLiteral("target"), jsonText(state.record.target)},
            {QStringLiteral("address"), known ? jsonText(addressText(address)) : QJsonValue()},
            {QStringLiteral("protocol"), qString(protocolName(state.record.method))},
            {QStringLiteral("started"), isoTime(state.record.started)},
            {QStringLiteral("interval_ms"), roundedMilliseconds(state.request.interval)},
            {QStringLiteral("rounds"), static_cast<qint64>(state.history.rounds())},
            {QStringLiteral("first_round"),
             any ? QJsonValue(static_cast<qint64>(state.history.dropped() + 1)) : QJsonValue()},
            {QStringLiteral("first_round_started"),
             any ? QJsonValue(isoTime(state.history.start(0))) : QJsonValue()},
            {QStringLiteral("end_reason"), qString(nameOf(state.record.end))},
            {QStringLiteral("by_minute"), state.byMinute},
            {QStringLiteral("hops"), hops},
            {QStringLiteral("events"), events}};
}

Result<void> writeTraceCsv(const TraceState &state, const QString &file)
{
    if (state.request.kind != TraceRequest::Kind::Watch)
        return writeExport(file, QByteArray::fromStdString(traceCsv(state.record)));
    if (state.byMinute)
        return Error{ErrorCode::Unavailable,
                     QT_TRANSLATE_NOOP("Reasons",
                                       "this path is older than a week: of its rounds only the figures of "
                                       "minutes are left. Export it as JSON")};
    QSaveFile target(file);
    std::string csv("round_started,round,ttl,responder,name,rtt_ms,asn,country,outcome\r\n");
    bool good = target.open(QIODevice::WriteOnly);
    for (std::size_t round = 0; good && round < state.history.rounds(); ++round) {
        addRound(csv, state, round);
        if (csv.size() < written)
            continue;
        good = writeAll(target, csv);
        csv.clear();
    }
    if (good && writeAll(target, csv) && target.commit())
        return {};
    return failure(ErrorCode::Io, QT_TRANSLATE_NOOP("Reasons", "%1: %2"),
                   {file.toStdString(), target.errorString().toStdString()});
}

Result<void> writeTraceJson(const TraceState &state, const QString &file, const PathLimits &limits)
{
    const QByteArray document = state.request.kind == TraceRequest::Kind::Watch
        ? QJsonDocument(watchObject(state, limits)).toJson(QJsonDocument::Compact)
        : QByteArray::fromStdString(traceJson(state.record, false));
    return writeExport(file, document + '\n');
}

} // namespace parallax
