// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/api.h"

#include "core/document/trace_document.h"
#include "core/exporter/json_values.h"
#include "core/service/api_request.h"
#include "core/service/page_template.h"

#include <QJsonArray>

namespace parallax {

namespace {

using Kind = TraceRequest::Kind;

constexpr const char *tracesPath = "/api/v1/traces";
constexpr const char *eventsSuffix = "/events";
constexpr int busySeconds = 5; // until some trace has probably ended

HttpAnswer refusal(int status, const char *sentence, const QByteArray &header, const QByteArray &value)
{
    HttpAnswer answer = errorAnswer(status, QString::fromUtf8(sentence));
    answer.headers.emplaceBack(header, value);
    return answer;
}

HttpAnswer unknownPath()
{
    return errorAnswer(404,
                       QStringLiteral("there is nothing here; /api/v1/openapi.json lists what there is"));
}

HttpAnswer notAllowed(const char *methods)
{
    return refusal(405, "this address does not take that method", "Allow", methods);
}

HttpAnswer unauthorized(Access access)
{
    return refusal(401,
                   access == Access::WrongToken
                       ? "the token is not the right one"
                       : "a token is needed: Authorization: Bearer TOKEN (docs/api.md says where to find it)",
                   "WWW-Authenticate", "Bearer realm=\"parallax\"");
}

HttpAnswer tooMany(const char *what, std::chrono::seconds wait)
{
    return refusal(429, what, "Retry-After", QByteArray::number(static_cast<qlonglong>(wait.count())));
}

HttpAnswer badRequest(const Error &error)
{
    return errorAnswer(400, QString::fromStdString(error.message));
}

} // namespace

Api::Api(QObject *parent)
    : m_desk(parent)
{
}

bool Api::owns(const QByteArray &path)
{
    return path == "/ping" || path == "/traceroute" || path == "/metrics" || path == "/api"
        || path.startsWith("/api/");
}

HttpAnswer Api::tooManyConnections()
{
    return tooMany("too many connections are open from this address", std::chrono::seconds(busySeconds));
}

void Api::configure(ApiConfig config)
{
    m_desk.configure(config.limits, config.grantCommand);
    m_config = std::move(config);
}

void Api::apply(const Update &update, Timestamp now)
{
    m_metrics.apply(update);
    m_desk.apply(update, now);
}

ApiOutcome Api::answer(const ApiCall &call)
{
    AccessFacts from = call.from;
    from.forwarded = from.forwarded || m_config.behindFront; // not every front says so in a header
    const Access access = accessFor(from, m_config.token);
    RequestRate &rate = access == Access::Allowed ? m_rate : m_strangersRate;
    if (const auto wait = rate.enter(call.from.peer, call.now, m_config.limits))
        return tooMany("too many requests in this minute", *wait);
    if (access != Access::Allowed)
        return unauthorized(access);
    m_desk.forgetOld(call.now);
    return route(call);
}

ApiOutcome Api::route(const ApiCall &call)
{
    const QByteArray &path = call.path;
    if (path == tracesPath)
        return traces(call);
    if (path.startsWith(QByteArray(tracesPath) + '/'))
        return oneTrace(call);
    if (path == "/ping")
        return runToEnd(call, Kind::Ping, TraceShape::Original);
    if (path == "/traceroute")
        return runToEnd(call, Kind::Trace, TraceShape::Original);
    if (path == "/api/v1/ping")
        return runToEnd(call, Kind::Ping, TraceShape::Document);
    if (path == "/api/v1/trace")
        return runToEnd(call, Kind::Trace, TraceShape::Document);
    const bool description = path == "/api/v1/openapi.json";
    if (!description && path != "/metrics")
        return unknownPath();
    if (call.method != ApiMethod::Get)
        return notAllowed("GET, HEAD");
    if (description)
        return HttpAnswer{.type = "application/json", .body = webFile(QStringLiteral("openapi.json"))};
    return HttpAnswer{.type = "text/plain; version=0.0.4; charset=utf-8", .body = m_metrics.text()};
}

ApiOutcome Api::runToEnd(const ApiCall &call, Kind kind, TraceShape shape)
{
    if (call.method != ApiMethod::Get)
        return notAllowed("GET, HEAD");
    const auto parameters = queryParameters(call.query);
    if (!parameters)
        return badRequest(parameters.error());
    const auto request = traceRequest(kind, parameters.value());
    if (!request)
        return badRequest(request.error());
    const auto trace = m_desk.open(request.value(), call.from.peer);
    if (!trace)
        return tooMany("too many traces are running", std::chrono::seconds(busySeconds));
    return AnswerAtEnd{*trace, shape};
}

ApiOutcome Api::traces(const ApiCall &call)
{
    if (call.method == ApiMethod::Get)
        return list();
    if (call.method == ApiMethod::Post)
        return begun(call);
    return notAllowed("GET, HEAD, POST");
}

HttpAnswer Api::begun(const ApiCall &call)
{
    // A form of some web page cannot send this type.
    if (call.contentType.split(';').first().trimmed().toLower() != "application/json")
        return errorAnswer(415, QStringLiteral("the body must be application/json"));
    const auto parameters = bodyParameters(call.body);
    if (!parameters)
        return badRequest(parameters.error());
    const auto request = traceRequest(std::nullopt, parameters.value());
    if (!request)
        return badRequest(request.error());
    const auto trace = m_desk.open(request.value(), call.from.peer);
    if (!trace)
        return tooMany("too many traces are running", std::chrono::seconds(busySeconds));
    HttpAnswer answer = jsonAnswer(202, place(*trace));
    answer.headers.emplaceBack(
        "Location", QByteArray(tracesPath) + '/' + QByteArray::fromStdString(m_desk.nameOf(*trace)));
    return answer;
}

ApiOutcome Api::oneTrace(const ApiCall &call)
{
    QByteArray name = call.path.mid(static_cast<qsizetype>(qstrlen(tracesPath)) + 1);
    const bool events = name.endsWith(eventsSuffix);
    if (events)
        name.chop(static_cast<qsizetype>(qstrlen(eventsSuffix)));
    const auto trace = m_desk.named(name.toStdString());
    if (!trace)
        return errorAnswer(404, QStringLiteral("there is no such trace, or not any more"));
    if (call.method == ApiMethod::Delete && !events) {
        m_desk.close(*trace);
        return HttpAnswer{.status = 204, .type = "application/json"};
    }
    if (call.method != ApiMethod::Get)
        return notAllowed(events ? "GET, HEAD" : "GET, HEAD, DELETE");
    if (!events)
        return m_desk.answerOf(*trace, TraceShape::Document);
    if (!m_desk.hasRoomForStream())
        return tooMany("too many streams of events are open", std::chrono::seconds(busySeconds));
    return AnswerByEvents{*trace};
}

HttpAnswer Api::list() const
{
    QJsonArray traces;
    for (const TraceId trace : m_desk.all()) {
        const TraceView view = m_desk.view(trace);
        QJsonObject row = place(trace);
        row.insert(QStringLiteral("target"), QString::fromStdString(view.request.target));
        row.insert(QStringLiteral("end_reason"),
                   view.failed ? QStringLiteral("failed")
                               : qString(nameOf(view.record ? view.record->end : PathEnd::Running)));
        traces.append(row);
    }
    return jsonAnswer(200, QJsonObject{{QStringLiteral("traces"), traces}});
}

QJsonObject Api::place(TraceId trace) const
{
    const QString name = QString::fromStdString(m_desk.nameOf(trace));
    const QString url = QLatin1String(tracesPath) + QLatin1Char('/') + name;
    return {{QStringLiteral("id"), name},
            {QStringLiteral("url"), url},
            {QStringLiteral("events_url"), url + QLatin1String(eventsSuffix)}};
}

} // namespace parallax
