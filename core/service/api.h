// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/api_access.h"
#include "core/service/api_limits.h"
#include "core/service/metrics.h"
#include "core/service/trace_desk.h"

#include <string>
#include <variant>

namespace parallax {

struct ApiConfig {
    std::string token{}; // empty: only the user of this machine may ask
    bool behindFront = false; // a reverse proxy passes on what strangers ask, as if this machine's user did
    std::string grantCommand{}; // gives this program the right to probe
    ApiLimits limits{};
};

enum class ApiMethod : std::uint8_t { Get, Post, Delete, Other }; // HEAD is a GET without a body

/// A request as far as the API cares.
struct ApiCall {
    ApiMethod method = ApiMethod::Get;
    QByteArray path{};
    QByteArray query{};
    QByteArray contentType{};
    QByteArray body{};
    AccessFacts from{};
    Timestamp now{};
};

struct AnswerAtEnd {
    TraceId trace{};
    TraceShape shape{};
};
struct AnswerByEvents {
    TraceId trace{};
};
using ApiOutcome = std::variant<HttpAnswer, AnswerAtEnd, AnswerByEvents>;

/// GET /ping, /traceroute, /metrics and all below /api: from a request to an answer, or to what will give it.
class Api
{
public:
    /// `parent` takes what has an event loop along to its thread.
    explicit Api(QObject *parent);

    static bool owns(const QByteArray &path);
    /// For an address that holds too many connections.
    static HttpAnswer tooManyConnections();

    void configure(ApiConfig config);
    ApiOutcome answer(const ApiCall &call);
    void apply(const Update &update, Timestamp now);

    TraceDesk &desk() { return m_desk; }
    Metrics &metrics() { return m_metrics; }

private:
    ApiOutcome route(const ApiCall &call);
    ApiOutcome runToEnd(const ApiCall &call, TraceRequest::Kind kind, TraceShape shape);
    ApiOutcome traces(const ApiCall &call);
    ApiOutcome oneTrace(const ApiCall &call);
    HttpAnswer begun(const ApiCall &call);
    HttpAnswer list() const;
    QJsonObject place(TraceId trace) const;

    ApiConfig m_config;
    RequestRate m_rate;
    RequestRate m_strangersRate; // they take nothing from those who may ask
    Metrics m_metrics;
    TraceDesk m_desk;
};

} // namespace parallax
