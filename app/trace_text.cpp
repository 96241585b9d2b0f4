// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trace_text.h"

#include "core/data/path_summary.h"
#include "core/document/printed.h"
#include "core/document/trace_document.h"

#include <cinttypes>
#include <cmath>

namespace parallax {

namespace {

constexpr std::uint8_t unreachableV4 = 3;
constexpr std::uint8_t closedPortV4 = 3; // codes of "unreachable"
constexpr std::uint8_t closedPortV6 = 4;

const char *markV4(std::uint8_t code)
{
    switch (code) {
    case 0:
    case 6:
    case 8:
    case 11:
        return " !N";
    case 1:
    case 7:
    case 12:
        return " !H";
    case 2:
        return " !P";
    case 4:
        return " !F"; // from before RFC 1191, without the MTU
    case 5:
        return " !S";
    case 9:
    case 10:
    case 13:
        return " !X";
    case 14:
        return " !V";
    case 15:
        return " !C";
    default:
        return nullptr;
    }
}

const char *markV6(std::uint8_t code)
{
    switch (code) {
    case 0:
        return " !N";
    case 1:
        return " !X";
    case 2:
    case 3:
        return " !H";
    default:
        return nullptr;
    }
}

/// Linux traceroute's marks of an ICMP "unreachable". That a port is closed needs none where the target says
/// so.
std::string annotation(const Reply &reply, const IpAddress &target)
{
    if (reply.mtu != 0)
        return " !F-" + std::to_string(reply.mtu);
    if (reply.kind != ReplyKind::Unreachable)
        return {};
    const bool isV4 = reply.icmpType == unreachableV4;
    const bool closedPort = reply.icmpCode == (isV4 ? closedPortV4 : closedPortV6);
    if (closedPort && reply.from == target)
        return {};
    const char *mark = isV4 ? markV4(reply.icmpCode) : markV6(reply.icmpCode);
    return mark ? mark : " !<" + std::to_string(reply.icmpCode) + '>';
}

std::string extensions(const Reply &reply)
{
    std::string all;
    if (!reply.quote)
        return all;
    for (const MplsLabel &label : reply.quote->mpls)
        all += printed(" <MPLS:L=%u,E=%d,S=%d,T=%d>", static_cast<unsigned>(label.label), label.trafficClass,
                       label.bottomOfStack ? 1 : 0, label.ttl);
    if (reply.quote->translated.value_or(false))
        all += " [NAT]";
    return all;
}

std::string milliseconds(Duration rtt)
{
    return printed("%.3f ms", toMilliseconds(rtt));
}

std::string responderText(const TraceState &trace, const Responder &responder)
{
    std::string line = nameOf(trace, responder.address, true) + extensions(responder.first);
    if (const auto mtu = mtuSaidBy(trace.record, responder.address))
        line += " F=" + std::to_string(*mtu);
    for (const Duration rtt : responder.rtts)
        line += "  " + milliseconds(rtt);
    return line + annotation(responder.first, trace.record.address.address);
}

std::string sequenceOf(const Probe &probe)
{
    return std::to_string(static_cast<std::uint64_t>(probe.id));
}

std::string trimmed(const std::string &text)
{
    const auto from = text.find_first_not_of(' ');
    return from == std::string::npos ? std::string()
                                     : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

/// In flight is neither lost nor answered.
int waited(const TraceState &trace, const PathHop &hop)
{
    return trace.record.end == PathEnd::Running ? 0 : hop.unanswered + hop.notSent;
}

} // namespace

std::string nameOf(const TraceState &trace, const IpAddress &address, bool twice)
{
    std::string plain = address.toString();
    const auto facts = trace.record.addresses.find(address);
    const bool named = facts != trace.record.addresses.end() && !facts->second.name.empty();
    if (!trace.request.names || (!named && !twice))
        return plain;
    return (named ? facts->second.name : plain) + " (" + plain + ')';
}

std::string traceHeading(const TraceState &trace)
{
    return printed("traceroute to %s (%s), %d hops max, %d byte packets", trace.record.target.c_str(),
                   trace.record.address.address.toString().c_str(), trace.request.maxTtl,
                   packetLength(trace.request, trace.record));
}

std::vector<std::string> traceLines(const TraceState &trace)
{
    std::vector<std::string> lines;
    for (const PathHop &hop : summarizePath(trace.record).hops) {
        std::vector<std::string> rows;
        for (const Responder &responder : hop.responders)
            rows.push_back(responderText(trace, responder));
        if (rows.empty())
            rows.emplace_back();
        for (int i = 0; i < waited(trace, hop); ++i)
            rows.back() += " *";
        for (std::size_t at = 0; at < rows.size(); ++at)
            lines.push_back((at == 0 ? printed("%2d  ", hop.ttl) : "    ") + trimmed(rows[at]));
    }
    return lines;
}

std::string pingHeading(const TraceState &trace)
{
    const IpAddress &address = trace.record.address.address;
    const Method method = trace.record.method;
    const int length = trace.request.length;
    const std::string port =
        method == Method::IcmpEcho ? "" : " port " + std::to_string(trace.record.address.port);
    const std::string how = method == Method::TcpSyn
        ? "by TCP SYN."
        : printed("%d(%d) bytes of data.", length - headerLength(address), length);
    return printed("PING %s (%s%s) %s", trace.record.target.c_str(), address.toString().c_str(), port.c_str(),
                   how.c_str());
}

std::string unsentPingLine(const Probe &probe)
{
    return "Not sent: seq=" + sequenceOf(probe);
}

std::string pingLine(const TraceState &trace, const Observation &observation)
{
    if (!observation.reply)
        return {};
    const Reply &reply = *observation.reply;
    const std::string from = nameOf(trace, reply.from, false) + ": seq=" + sequenceOf(observation.probe);
    if (reachedTarget(observation, trace.record.address.address))
        return printed("Answer from %s ttl=%d time=%s", from.c_str(), reply.ttl,
                       milliseconds(*observation.rtt()).c_str());
    const char *what =
        reply.kind == ReplyKind::TimeExceeded ? "Time to live exceeded" : "Destination unreachable";
    return printed("From %s %s%s", from.c_str(), what,
                   annotation(reply, trace.record.address.address).c_str());
}

std::string pingSummary(const TraceRecord &record, const PingStatistics &pings)
{
    const auto sent = static_cast<double>(pings.sent());
    const double loss =
        pings.sent() == 0 ? 0.0 : 100.0 * (sent - static_cast<double>(pings.received())) / sent;
    std::string summary =
        printed("--- %s ping statistics ---\n%" PRIu64 " packets transmitted, %" PRIu64 " received, ",
                record.target.c_str(), pings.sent(), pings.received());
    if (pings.notSent() > 0)
        summary += printed("%" PRIu64 " never left this machine, ", pings.notSent());
    summary +=
        printed("%.6g%% packet loss, time %lldms\n", loss, std::llround(toMilliseconds(record.duration)));
    if (!pings.least())
        return summary;
    summary += printed("rtt min/avg/max/mdev = %.3f/%.3f/%.3f/%.3f ms\n", toMilliseconds(*pings.least()),
                       pings.meanMs(), toMilliseconds(*pings.most()), pings.deviationMs());
    // ping(8) begins to count before its system call: without this line the two would seem to disagree.
    if (const auto delay = pings.hostDelay())
        summary += printed("not counted: %.3f ms (median) in this machine before a packet left\n",
                           toMilliseconds(*delay));
    return summary;
}

} // namespace parallax
