// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/own_addresses.h"

#include "core/data/path_places.h"
#include "core/document/trace_document.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace parallax {

namespace {

/// All of a reply that tells whose it is.
void hideResponder(QJsonObject &reply)
{
    for (const char *key : {"address", "name", "country", "city", "asn", "as_name"})
        reply[QLatin1String(key)] = QJsonValue();
}

QJsonArray hiddenReplies(const TraceState &state, const QJsonArray &replies)
{
    QJsonArray hidden;
    for (const auto &value : replies) {
        QJsonObject reply = value.toObject();
        const auto address = IpAddress::parse(reply[QLatin1String("address")].toString().toStdString());
        if (!address || isOwnAddress(state, address.value()))
            hideResponder(reply);
        hidden.append(reply);
    }
    return hidden;
}

} // namespace

bool isOwnAddress(const TraceState &state, const IpAddress &address)
{
    const auto source = IpAddress::parse(state.request.source);
    return isPrivateAddress(address) || address == state.record.source
        || (source && source.value() == address);
}

bool isTargetOwn(const TraceState &state)
{
    const IpAddress &address = state.record.address.address;
    const auto named = IpAddress::parse(state.record.target);
    return (address != IpAddress{} && isOwnAddress(state, address))
        || (named && isOwnAddress(state, named.value()));
}

std::string hiddenCsv(const TraceState &state)
{
    TraceRecord record = state.record;
    if (isTargetOwn(state)) {
        record.target.clear();
        record.address.address = IpAddress{};
    }
    for (Observation &observation : record.observations) {
        if (!observation.reply || !isOwnAddress(state, observation.reply->from))
            continue;
        if (observation.reply->mtu == 0) // what it said is found by its address
            observation.reply->mtu = mtuSaidBy(state.record, observation.reply->from).value_or(0);
        observation.reply->from = IpAddress{};
    }
    // No hop has this one: it stands for a hidden one.
    const std::string nobody = "," + IpAddress{}.toString() + ",";
    std::string csv = traceCsv(record);
    for (auto at = csv.find(nobody); at != std::string::npos; at = csv.find(nobody, at))
        csv.replace(at, nobody.size(), ",,");
    return csv;
}

QByteArray hiddenJson(const TraceState &state)
{
    // The figures need the addresses, so that these go from the finished document.
    const auto text = QByteArray::fromStdString(traceJson(state.record, false));
    QJsonObject trace = QJsonDocument::fromJson(text).object();
    if (isTargetOwn(state)) {
        trace[QLatin1String("target")] = QJsonValue();
        trace[QLatin1String("address")] = QJsonValue();
    }
    const QJsonArray shown = trace[QLatin1String("hops")].toArray();
    QJsonArray hops;
    for (const auto &value : shown) {
        QJsonObject hop = value.toObject();
        hop[QLatin1String("replies")] = hiddenReplies(state, hop[QLatin1String("replies")].toArray());
        hops.append(hop);
    }
    trace[QLatin1String("hops")] = hops;
    return QJsonDocument(trace).toJson(QJsonDocument::Compact);
}

} // namespace parallax
