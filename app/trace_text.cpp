// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trace_text.h"

#include "core/base/statistics.h"
#include "core/data/path_summary.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parallax {

namespace {

constexpr std::uint8_t unreachableV4 = 3;
constexpr std::uint8_t unreachableV6 = 1;

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

/// "name (address)", or the address alone.
QString nameOf(const TraceState &trace, const IpAddress &address, bool twice)
{
    QString plain = text(address.toString());
    const auto facts = trace.record.addresses.find(address);
    const bool named = facts != trace.record.addresses.end() && !facts->second.name.empty();
    if (!trace.request.names || (!named && !twice))
        return plain;
    return QStringLiteral("%1 (%2)").arg(named ? text(facts->second.name) : plain, plain);
}

/// Linux traceroute's marks of an ICMP "unreachable".
QString annotation(const Reply &reply)
{
    if (reply.mtu != 0)
        return QStringLiteral(" !F-%1").arg(reply.mtu);
    if (reply.kind != ReplyKind::Unreachable)
        return {};
    if (reply.icmpType == unreachableV4) {
        switch (reply.icmpCode) {
        case 0:
            return QStringLiteral(" !N");
        case 1:
            return QStringLiteral(" !H");
        case 2:
            return QStringLiteral(" !P");
        case 3:
            return {};
        case 5:
            return QStringLiteral(" !S");
        case 9:
        case 10:
        case 13:
            return QStringLiteral(" !X");
        default:
            return QStringLiteral(" !%1").arg(reply.icmpCode);
        }
    }
    if (reply.icmpType == unreachableV6 && reply.icmpCode == 4)
        return {};
    return reply.icmpCode == 1 ? QStringLiteral(" !X")
        : reply.icmpCode == 3  ? QStringLiteral(" !H")
                               : QStringLiteral(" !N");
}

QString extensions(const Reply &reply)
{
    QString all;
    if (!reply.quote)
        return all;
    for (const MplsLabel &label : reply.quote->mpls)
        all += QStringLiteral(" <MPLS:L=%1,E=%2,S=%3,T=%4>")
                   .arg(label.label)
                   .arg(label.trafficClass)
                   .arg(label.bottomOfStack ? 1 : 0)
                   .arg(label.ttl);
    if (reply.quote->translated)
        all += QStringLiteral(" [NAT]");
    return all;
}

QString milliseconds(Duration rtt)
{
    return QStringLiteral("%1 ms").arg(toMilliseconds(rtt), 0, 'f', 3);
}

QString responderText(const TraceState &trace, const Responder &responder)
{
    QString line = nameOf(trace, responder.address, true) + extensions(responder.first);
    if (const auto mtu = mtuSaidBy(trace.record, responder.address))
        line += QStringLiteral(" F=%1").arg(*mtu);
    for (const Duration rtt : responder.rtts)
        line += QStringLiteral("  ") + milliseconds(rtt);
    return line + annotation(responder.first);
}

/// In flight is neither lost nor answered.
int waited(const TraceState &trace, const PathHop &hop)
{
    return trace.record.end == PathEnd::Running ? 0 : hop.unanswered + hop.notSent;
}

} // namespace

QString traceHeading(const TraceState &trace)
{
    return QStringLiteral("traceroute to %1 (%2), %3 hops max, %4 byte packets")
        .arg(text(trace.record.target), text(trace.record.address.address.toString()))
        .arg(trace.request.maxTtl)
        .arg(trace.request.length);
}

QStringList traceLines(const TraceState &trace)
{
    QStringList lines;
    for (const PathHop &hop : summarizePath(trace.record).hops) {
        QStringList rows;
        for (const Responder &responder : hop.responders)
            rows.append(responderText(trace, responder));
        if (rows.isEmpty())
            rows.append(QString());
        rows.last() += QStringLiteral(" *").repeated(waited(trace, hop));
        for (qsizetype at = 0; at < rows.size(); ++at)
            lines.append((at == 0 ? QStringLiteral("%1  ").arg(hop.ttl, 2) : QStringLiteral("    "))
                         + rows[at].trimmed());
    }
    return lines;
}

QString pingHeading(const TraceState &trace)
{
    const IpAddress &address = trace.record.address.address;
    const Method method = trace.record.method;
    return QStringLiteral("PING %1 (%2%3) %4")
        .arg(text(trace.record.target), text(address.toString()),
             method == Method::IcmpEcho ? QString()
                                        : QStringLiteral(" port %1").arg(trace.record.address.port),
             method == Method::TcpSyn ? QStringLiteral("by TCP SYN.")
                                      : QStringLiteral("%1(%2) bytes of data.")
                                            .arg(trace.request.length - headerLength(address))
                                            .arg(trace.request.length));
}

QString unsentPingLine(const Probe &probe)
{
    return QStringLiteral("Not sent: seq=%1").arg(static_cast<qulonglong>(probe.id));
}

QString pingLine(const TraceState &trace, const Observation &observation)
{
    if (!observation.reply)
        return {};
    const Reply &reply = *observation.reply;
    const QString from = nameOf(trace, reply.from, false);
    const auto sequence = static_cast<qulonglong>(observation.probe.id);
    if (!reachedTarget(observation, trace.record.address.address))
        return QStringLiteral("From %1: seq=%2 %3%4")
            .arg(from)
            .arg(sequence)
            .arg(reply.kind == ReplyKind::TimeExceeded ? QStringLiteral("Time to live exceeded")
                                                       : QStringLiteral("Destination unreachable"),
                 annotation(reply));
    return QStringLiteral("Answer from %1: seq=%2 ttl=%3 time=%4")
        .arg(from)
        .arg(sequence)
        .arg(reply.ttl)
        .arg(milliseconds(*observation.rtt()));
}

QString pingSummary(const TraceState &trace)
{
    std::vector<double> times;
    std::vector<Duration> delays;
    for (const Observation &o : trace.record.observations) {
        if (!reachedTarget(o, trace.record.address.address))
            continue;
        times.push_back(toMilliseconds(*o.rtt()));
        if (o.reply->hostDelay)
            delays.push_back(*o.reply->hostDelay);
    }
    const auto sent = trace.record.observations.size();
    const double loss =
        sent == 0 ? 0.0 : 100.0 * static_cast<double>(sent - times.size()) / static_cast<double>(sent);
    QString summary = QStringLiteral("--- %1 ping statistics ---\n%2 packets transmitted, %3 received, ")
                          .arg(text(trace.record.target))
                          .arg(sent)
                          .arg(times.size());
    if (!trace.record.notSent.empty())
        summary += QStringLiteral("%1 never left this machine, ").arg(trace.record.notSent.size());
    summary += QStringLiteral("%1% packet loss, time %2ms\n")
                   .arg(loss, 0, 'g', 4)
                   .arg(std::llround(toMilliseconds(trace.record.duration)));
    if (times.empty())
        return summary;
    const auto count = static_cast<double>(times.size());
    const double mean = std::accumulate(times.begin(), times.end(), 0.0) / count;
    const double squares = std::inner_product(times.begin(), times.end(), times.begin(), 0.0) / count;
    const auto [least, most] = std::minmax_element(times.begin(), times.end());
    summary += QStringLiteral("rtt min/avg/max/mdev = %1/%2/%3/%4 ms\n")
                   .arg(*least, 0, 'f', 3)
                   .arg(mean, 0, 'f', 3)
                   .arg(*most, 0, 'f', 3)
                   .arg(std::sqrt(std::max(0.0, squares - mean * mean)), 0, 'f', 3);
    // ping(8) begins to count before its system call: without this line the two would seem to disagree.
    if (const auto delay = median(delays))
        summary += QStringLiteral("not counted: %1 ms (median) in this machine before a packet left\n")
                       .arg(toMilliseconds(*delay), 0, 'f', 3);
    return summary;
}

} // namespace parallax
