// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/echo/result_data.h"

#include "core/data/names.h"
#include "core/data/summary.h"
#include "core/text/words.h"

#include <QJsonArray>
#include <QJsonValue>

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

QJsonValue milliseconds(std::optional<Duration> duration)
{
    constexpr double perMillisecond = 1000.0; // the page needs no nanoseconds
    return duration ? QJsonValue(std::round(toMilliseconds(*duration) * perMillisecond) / perMillisecond)
                    : QJsonValue(QJsonValue::Null);
}

QString text(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

/// Round trip to whatever ends the TCP connection: the nearest that any source says.
std::optional<Duration> tcpMinimum(const SessionRecord &record, const Path &path)
{
    std::optional<Duration> nearest = record.tcp.minRtt;
    for (const auto &other :
         {layerRtt(record, Method::TcpSegment).min, path.endpoint ? path.endpoint->rtt.min : std::nullopt}) {
        if (other)
            nearest = std::min(nearest.value_or(*other), *other);
    }
    return nearest;
}

QJsonObject rung(const QString &label, const char *layer, std::optional<Duration> minimum)
{
    return {{QStringLiteral("label"), label},
            {QStringLiteral("layer"), QString::fromLatin1(layer)},
            {QStringLiteral("min_ms"), milliseconds(minimum)}};
}

/// The layers from near to far. `gap_ms` marks the step that the verdict is about: a proxy's lies between the
/// end of TCP and the browser, a tunnel's before the end of TCP. Every other step is plain distance.
QJsonArray ladder(const SessionRecord &record, const Words &words)
{
    const Path path = pathOf(record);
    const Hop *before = hopBeforeStep(path, record.tester.peer.address);
    const std::optional<Duration> hop = before ? before->rtt.min : std::nullopt;
    const std::optional<Duration> tcp = tcpMinimum(record, path);
    const std::optional<Duration> browser = layerRtt(record, Method::WebSocketText).min;
    QJsonArray rungs;
    const auto add = [&](const char *label, const char *layer, std::optional<Duration> minimum,
                         std::optional<Duration> below, VerdictKind gapOf) {
        if (!minimum)
            return;
        QJsonObject added = rung(words.pageText(label), layer, minimum);
        if (record.verdict.kind == gapOf && below && *minimum > *below)
            added.insert(QStringLiteral("gap_ms"), milliseconds(*minimum - *below));
        rungs.append(added);
    };
    add("ladder_hop", "path", hop, {}, VerdictKind::Direct);
    add("ladder_tcp", "tcp", tcp, hop, VerdictKind::Tunnel);
    add("ladder_browser", "browser", browser, tcp, VerdictKind::Proxy);
    return rungs;
}

QJsonObject classicData(const Classic &classic, const Words &words)
{
    return {
        {QStringLiteral("ws_min_rtt_ms"), milliseconds(classic.webSocketMin)},
        {QStringLiteral("ws_rtt_samples"), classic.webSocketSamples},
        {QStringLiteral("trace_rtt_ms"), milliseconds(classic.traceRtt)},
        {QStringLiteral("trace_hop_ip"),
         classic.traceHop ? QJsonValue(text(*classic.traceHop)) : QJsonValue()},
        {QStringLiteral("trace_success"), classic.traceSuccess},
        {QStringLiteral("threshold_ms"), toMilliseconds(classic.threshold)},
        {QStringLiteral("proxy_detected"),
         classic.proxyDetected ? QJsonValue(*classic.proxyDetected) : QJsonValue()},
        {QStringLiteral("message"), words.classicMessage(classic)},
    };
}

} // namespace

QJsonObject resultData(const SessionRecord &record, const Words &words)
{
    QJsonObject data = classicData(record.classic, words);
    data.insert(QStringLiteral("kind"), text(nameOf(record.verdict.kind)));
    data.insert(QStringLiteral("kind_text"), words.kind(record.verdict.kind));
    data.insert(QStringLiteral("confidence"), record.verdict.confidence);
    data.insert(QStringLiteral("sentence"), words.verdictSentence(record));
    data.insert(QStringLiteral("meaning"), words.meaning(record));
    data.insert(QStringLiteral("detour_ms"), milliseconds(record.verdict.detour));
    data.insert(QStringLiteral("ladder"), ladder(record, words));
    data.insert(QStringLiteral("session"), text(record.id));
    return data;
}

} // namespace parallax
