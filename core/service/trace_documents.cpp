// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/trace_documents.h"

#include "core/document/trace_document.h"
#include "core/probe/socket_wire.h"
#include "core/service/original_answer.h"

namespace parallax {

namespace {

int statusFor(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::Malformed:
        return 400;
    case ErrorCode::UnknownHost:
        return 422;
    case ErrorCode::NoNameServer:
        return 504;
    case ErrorCode::NotPermitted:
        return 503;
    case ErrorCode::Unavailable:
    case ErrorCode::Io:
        break;
    }
    return 502; // no route, or a network that refuses
}

} // namespace

std::string documentOf(const TraceView &view)
{
    const bool ping = view.request.kind == TraceRequest::Kind::Ping;
    if (view.record)
        return traceJson(*view.record, ping);
    return traceJson(
        {.target = view.request.target, .address = {{}, portOf(view.request)}, .method = view.request.method},
        ping);
}

HttpAnswer answerFor(const TraceView &view, TraceShape shape, const std::string &grantCommand)
{
    if (view.failed)
        return jsonAnswer(statusFor(*view.failed), failureObject(*view.failed, grantCommand));
    if (shape == TraceShape::Document || !view.record)
        return jsonAnswer(200, documentOf(view));
    const IpAddress from = view.record->source;
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
    if (error.code == ErrorCode::NoNameServer)
        sentence += ": no name server has told its address";
    return {{QStringLiteral("error"), QString::fromStdString(sentence)}};
}

} // namespace parallax
