// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_summary.h"
#include "core/exporter/json_values.h"
#include "core/exporter/trace_export.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parallax {

namespace {

/// A row of mtr's table. Times in milliseconds; all 0 where nobody answered, as mtr has it.
struct Hub {
    int count = 0;
    QString host = QStringLiteral("???");
    double loss = 0.0;
    int sent = 0;
    double last = 0.0;
    double average = 0.0;
    double best = 0.0;
    double worst = 0.0;
    double deviation = 0.0;
};

QString hostOf(const TraceRecord &record, const PathHop &hop)
{
    if (hop.responders.empty())
        return QStringLiteral("???");
    const IpAddress &address = hop.responders.front().address;
    const auto facts = record.addresses.find(address);
    const bool named = facts != record.addresses.end() && !facts->second.name.empty();
    return qString(named ? facts->second.name : address.toString());
}

Hub hubFor(const TraceRecord &record, const PathHop &hop)
{
    Hub hub{.count = hop.ttl, .host = hostOf(record, hop), .sent = hop.sent};
    hub.loss = hop.sent == 0 ? 0.0 : 100.0 * hop.unanswered / hop.sent;
    std::vector<double> times;
    for (const Duration rtt : hop.rtts())
        times.push_back(toMilliseconds(rtt));
    if (times.empty())
        return hub;
    const auto count = static_cast<double>(times.size());
    hub.last = times.back();
    hub.average = std::accumulate(times.begin(), times.end(), 0.0) / count;
    const auto [least, most] = std::minmax_element(times.begin(), times.end());
    hub.best = *least;
    hub.worst = *most;
    double squares = 0.0;
    for (const double time : times)
        squares += (time - hub.average) * (time - hub.average);
    hub.deviation = times.size() > 1 ? std::sqrt(squares / (count - 1.0)) : 0.0;
    return hub;
}

std::vector<Hub> hubsOf(const TraceRecord &record)
{
    std::vector<Hub> hubs;
    for (const PathHop &hop : summarizePath(record).hops)
        hubs.push_back(hubFor(record, hop));
    return hubs;
}

/// A SYN has the length of its headers.
int packetLength(const TraceRequest &request, const TraceRecord &record)
{
    constexpr int synV4 = 40;
    constexpr int synV6 = 60;
    if (request.length != 0)
        return request.length;
    return record.address.address.isV4() ? synV4 : synV6;
}

} // namespace

QString mtrReport(const TraceRecord &record, const QString &source)
{
    constexpr int hostWidth = 26;
    const auto seconds = std::chrono::floor<std::chrono::seconds>(record.started).time_since_epoch().count();
    QString text = QStringLiteral("Start: %1\n")
                       .arg(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)
                                .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss+0000")));
    text +=
        QStringLiteral("HOST: %1 Loss%   Snt   Last   Avg  Best  Wrst StDev\n").arg(source, -(hostWidth + 1));
    for (const Hub &hub : hubsOf(record)) {
        const auto time = [](double value) { return QStringLiteral(" %1").arg(value, 5, 'f', 1); };
        text +=
            QStringLiteral("%1.|-- %2 %3% %4 %5%6%7%8%9\n")
                .arg(hub.count, 3)
                .arg(hub.host, -hostWidth)
                .arg(hub.loss, 4, 'f', 1)
                .arg(hub.sent, 5)
                .arg(time(hub.last), time(hub.average), time(hub.best), time(hub.worst), time(hub.deviation));
    }
    return text;
}

QJsonObject mtrObject(const TraceRequest &request, const TraceRecord &record, const QString &source)
{
    QJsonArray hubs;
    int tests = 0;
    for (const Hub &hub : hubsOf(record)) {
        tests = std::max(tests, hub.sent);
        hubs.append(QJsonObject{{QStringLiteral("count"), hub.count},
                                {QStringLiteral("host"), hub.host},
                                {QStringLiteral("Loss%"), rounded(hub.loss)},
                                {QStringLiteral("Snt"), hub.sent},
                                {QStringLiteral("Last"), rounded(hub.last)},
                                {QStringLiteral("Avg"), rounded(hub.average)},
                                {QStringLiteral("Best"), rounded(hub.best)},
                                {QStringLiteral("Wrst"), rounded(hub.worst)},
                                {QStringLiteral("StDev"), rounded(hub.deviation)}});
    }
    const QJsonObject header{{QStringLiteral("src"), source},
                             {QStringLiteral("dst"), qString(record.target)},
                             {QStringLiteral("tos"), request.tos},
                             {QStringLiteral("tests"), tests},
                             {QStringLiteral("psize"), QString::number(packetLength(request, record))},
                             {QStringLiteral("bitpattern"), QStringLiteral("0x00")}};
    return {{QStringLiteral("report"),
             QJsonObject{{QStringLiteral("mtr"), header}, {QStringLiteral("hubs"), hubs}}}};
}

} // namespace parallax
