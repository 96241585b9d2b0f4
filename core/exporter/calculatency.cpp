// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/calculatency.h"

#include "core/data/summary.h"
#include "core/exporter/json_values.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parallax {

namespace {

double microseconds(Duration duration)
{
    return rounded(static_cast<double>(duration.count()) / 1000.0);
}

double microseconds(std::optional<Duration> duration)
{
    return duration ? microseconds(*duration) : 0.0;
}

QJsonArray microseconds(const std::vector<Duration> &durations)
{
    QJsonArray all;
    for (const Duration duration : durations)
        all.append(microseconds(duration));
    return all;
}

double mean(const std::vector<Duration> &samples)
{
    if (samples.empty())
        return 0.0;
    const auto sum = std::accumulate(samples.begin(), samples.end(), Duration{});
    return microseconds(sum / static_cast<std::int64_t>(samples.size()));
}

double deviation(const std::vector<Duration> &samples)
{
    if (samples.empty())
        return 0.0;
    const double centre = mean(samples);
    const double squares =
        std::accumulate(samples.begin(), samples.end(), 0.0, [centre](double sum, Duration sample) {
            return sum + std::pow(microseconds(sample) - centre, 2);
        });
    return rounded(std::sqrt(squares / static_cast<double>(samples.size())));
}

double largest(const std::vector<Duration> &samples)
{
    return samples.empty() ? 0.0 : microseconds(*std::max_element(samples.begin(), samples.end()));
}

QJsonObject applicationObject(const RttSummary &rtt)
{
    return {{QStringLiteral("MinRtt"), microseconds(rtt.min)},
            {QStringLiteral("MaxRtt"), largest(rtt.samples)},
            {QStringLiteral("MeanRtt"), mean(rtt.samples)},
            {QStringLiteral("MedianRtt"), microseconds(rtt.median)},
            {QStringLiteral("AllRtt"), microseconds(rtt.samples)}};
}

QJsonObject icmpObject(const SessionRecord &record, const RttSummary &rtt)
{
    const auto sent = std::count_if(record.observations.begin(), record.observations.end(),
                                    [](const Observation &o) { return o.probe.method == Method::IcmpEcho; });
    const double lost =
        sent == 0 ? 0.0 : 100.0 * static_cast<double>(sent - rtt.count) / static_cast<double>(sent);
    return {{QStringLiteral("IP"), qString(record.tester.peer.address.toString())},
            {QStringLiteral("PktSent"), static_cast<qint64>(sent)},
            {QStringLiteral("PktRecv"), rtt.count},
            {QStringLiteral("PktLoss"), rounded(lost)},
            {QStringLiteral("MinRtt"), microseconds(rtt.min)},
            {QStringLiteral("AvgRtt"), mean(rtt.samples)},
            {QStringLiteral("MaxRtt"), largest(rtt.samples)},
            {QStringLiteral("StdDevRtt"), deviation(rtt.samples)},
            {QStringLiteral("AllRtt"), microseconds(rtt.samples)}};
}

QJsonObject traceObject(const Hop *last)
{
    return {{QStringLiteral("ClosestPktIP"), last ? qString(last->address->toString()) : QString()},
            {QStringLiteral("RTT"), last ? microseconds(last->rtt.min) : 0.0}};
}

/// Their difference: the WebSocket's minimum less the smallest network RTT that is above zero.
double difference(double webSocket, std::initializer_list<double> network)
{
    double smallest = 0.0;
    for (const double rtt : network) {
        if (rtt > 0.0 && (smallest == 0.0 || rtt < smallest))
            smallest = rtt;
    }
    return rounded(webSocket - smallest);
}

} // namespace

QByteArray calculatencyJson(const SessionRecord &record)
{
    const RttSummary webSocket = layerRtt(record, Method::WebSocketText);
    const RttSummary icmp = layerRtt(record, Method::IcmpEcho);
    const Path path = pathOf(record);
    const Hop *last = path.lastHop();
    const double tcp = record.tcp.handshakeRtt ? microseconds(*record.tcp.handshakeRtt) : -1.0;
    const double zeroTrace = last ? microseconds(last->rtt.min) : 0.0;
    const QJsonObject object{
        {QStringLiteral("UUID"), qString(record.id)},
        {QStringLiteral("IPaddr"), qString(record.tester.peer.address.toString())},
        {QStringLiteral("Timestamp"), isoTime(record.started, 6).chopped(1)},
        {QStringLiteral("MSSVal"), record.tcp.mss.value_or(0)},
        {QStringLiteral("AllAppLayerRtt"), applicationObject(webSocket)},
        {QStringLiteral("AppLayerRtt"), microseconds(webSocket.min)},
        {QStringLiteral("ICMPRtt"), icmpObject(record, icmp)},
        {QStringLiteral("FourTuple"), QJsonObject()}, // theirs has no public fields either
        {QStringLiteral("ZeroTraceResults"), traceObject(last)},
        {QStringLiteral("NWLayerRttTCP"), tcp},
        {QStringLiteral("NWLayerRttICMP"), microseconds(icmp.min)},
        {QStringLiteral("NWLayerRtt0T"), zeroTrace},
        {QStringLiteral("RttDiff"),
         difference(microseconds(webSocket.min), {tcp, microseconds(icmp.min), zeroTrace})}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace parallax
