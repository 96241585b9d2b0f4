// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/trace_documents.h"

#include "core/exporter/trace_export.h"
#include "core/probe/socket_wire.h"
#include "core/service/original_answer.h"

#include <QJsonArray>

namespace parallax {

namespace {

int statusFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::Malformed:
        return 400;
    case ErrorCode::UnknownHost:
        return 422;
    case ErrorCode::NotPermitted:
        return 503;
    case ErrorCode::Unavailable:
    case ErrorCode::Io:
        break;
    }
    return 502; // no route, or a network that refuses
}

} // namespace

QJsonObject documentOf(const TraceView &view)
{
    const bool ping = view.request.kind == TraceRequest::Kind::Ping;
    if (view.record)
        return traceObject(*view.record, ping);
    QJsonObject unknown = traceObject(
        {.target = view.request.target, .address = {{}, portOf(view.request)}, .method = view.request.method},
        ping);
    for (const char *key : {"address", "started"})
        unknown.insert(QLatin1String(key), QJsonValue());
    return unknown;
}

HttpAnswer answerFor(const TraceView &view, TraceShape shape, const std::string &grantCommand)
{
    if (view.failed)
        return jsonAnswer(statusFor(view.failed->code), failureObject(*view.failed, grantCommand));
    if (shape == TraceShape::Document || !view.record)
        return jsonAnswer(200, documentOf(view));
    const auto source = sourceFor(view.record->address.address);
    const IpAddress from = source ? source.value() : IpAddress();
    return jsonAnswer(200,
                      view.request.kind == TraceRequest::Kind::Ping
                          ? originalPing(view.request, *view.record, from)
                          : originalTraceroute(view.request, *view.record, from));
}

QJsonObject failureObject(const Error &error, const std::string &grantCommand)
{
    std::string sentence = error.message;
    if (error.code == ErrorCode::NotPermitted && !grantCommand.empty())
        sentence += ". To mend it: " + grantCommand;
    return {{QStringLiteral("error"), QString::fromStdString(sentence)}};
}

QJsonObject observedObject(const TraceRecord &record, const std::vector<Observation> &batch,
                           std::size_t notSent)
{
    QJsonArray probes;
    for (const Observation &observation : batch)
        probes.append(probeObject(record, observation));
    return {{QStringLiteral("probes"), probes}, {QStringLiteral("not_sent"), static_cast<qint64>(notSent)}};
}

} // namespace parallax
