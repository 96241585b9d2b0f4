// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of a command line come to.
#include "app/trace_arguments.h"
#include "core/base/ip_address.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr int usualQueries = 3;
constexpr int reportQueries = 10; // as mtr --report
constexpr int mostProbes = 640; // a hop, of all flows
constexpr int usualCount = 3; // of pings, where a document is wanted
constexpr double millisecondsFrom = 10.0; // traceroute's -z: larger values are milliseconds

std::optional<double> number(const std::string &text)
{
    double value = 0.0;
    const char *end = text.data() + text.size();
    const auto [stopped, problem] = std::from_chars(text.data(), end, value);
    if (problem != std::errc{} || stopped != end || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::vector<std::string> parts(const std::string &text)
{
    std::vector<std::string> all{{}};
    for (const char c : text) {
        if (c == ',')
            all.emplace_back();
        else
            all.back() += c;
    }
    return all;
}

Result<Duration> seconds(const std::string &option, const std::string &text, double least, double most)
{
    const auto value = number(text);
    if (!value || *value < least || *value > most)
        return Error{ErrorCode::InvalidArgument,
                     option + " takes seconds from " + std::to_string(least).substr(0, 5) + " to "
                         + std::to_string(static_cast<int>(most)) + ", not " + text};
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(*value));
}

} // namespace

Result<void> TraceArguments::readMethod(TraceRequest &request) const
{
    if (m_icmp + m_tcp + m_udp > 1)
        return Error{ErrorCode::InvalidArgument, "only one of ICMP, TCP and UDP can be asked for"};
    if (m_icmp)
        request.method = Method::IcmpEcho;
    if (m_tcp)
        request.method = Method::TcpSyn;
    if (m_udp)
        request.method = Method::UdpDatagram;
    if (m_port != 0 && request.method == Method::IcmpEcho)
        return Error{ErrorCode::InvalidArgument, "-p needs UDP or TCP: ICMP has no ports"};
    request.port = static_cast<std::uint16_t>(m_port);
    if (m_udp && m_port == 0 && m_kind == TraceRequest::Kind::Trace)
        request.port = domainPort;
    return {};
}

Result<void> TraceArguments::readWait(TraceRequest &request) const
{
    if (m_wait.empty())
        return {};
    const auto given = parts(m_wait);
    const std::string option = m_kind == TraceRequest::Kind::Ping ? "-W" : "-w";
    const auto most = seconds(option, given[0], 0.001, 60);
    if (!most)
        return most.error();
    request.longestWait = most.value();
    request.tailWait = most.value(); // who names a time means the silent end too
    const std::array<double *, 2> factors{&request.hereFactor, &request.nearFactor};
    for (std::size_t at = 1; at < given.size(); ++at) {
        const auto factor = number(given[at]);
        if (m_kind == TraceRequest::Kind::Ping)
            return Error{ErrorCode::InvalidArgument, option + " takes one number of seconds, not " + m_wait};
        if (at > factors.size() || !factor || *factor < 1 || *factor > 100)
            return Error{ErrorCode::InvalidArgument,
                         option + " takes MAX,HERE,NEAR with factors from 1 to 100, not " + m_wait};
        *factors[at - 1] = *factor;
    }
    return {};
}

Result<void> TraceArguments::readOutput(TraceOptions &read) const
{
    if (!m_json.empty() && m_json != "plain" && m_json != "mtr")
        return Error{ErrorCode::InvalidArgument, "--json takes nothing or mtr, not " + m_json};
    if (m_json == "mtr" && m_kind == TraceRequest::Kind::Ping)
        return Error{ErrorCode::InvalidArgument, "--json=mtr lists a path's hops: it is of trace"};
    if (m_csv + m_report + !m_json.empty() > 1)
        return Error{ErrorCode::InvalidArgument,
                     m_kind == TraceRequest::Kind::Ping
                         ? "only one of --json and --csv can be asked for"
                         : "only one of --json, --csv and --report can be asked for"};
    using Output = TraceOptions::Output;
    read.output = m_csv   ? Output::Csv
        : m_report        ? Output::Report
        : m_json.empty()  ? Output::Text
        : m_json == "mtr" ? Output::MtrJson
                          : Output::Json;
    const bool table = read.output == Output::Report || read.output == Output::MtrJson;
    TraceRequest &request = read.request;
    request.probesPerHop = m_queries > 0 ? m_queries : table ? reportQueries : usualQueries;
    if (table)
        request.roundGap = 1s; // a router that limits its ICMP to one a second must not look lossy
    request.count = m_count > 0 ? m_count : read.output == Output::Text ? 0 : usualCount;
    return {};
}

Result<void> TraceArguments::readPing(TraceRequest &request) const
{
    if (!m_interval.empty()) {
        const auto interval = seconds("-i", m_interval, 0.001, 3600);
        if (!interval)
            return interval.error();
        request.interval = interval.value();
    }
    if (m_size >= 0)
        request.data = static_cast<std::uint16_t>(m_size);
    (IpAddress::parse(m_device) ? request.source : request.interface) = m_device;
    return {};
}

Result<void> TraceArguments::readWatch(TraceOptions &read) const
{
    if (!m_watch)
        return m_interval.empty() ? Result<void>()
                                  : Error{ErrorCode::InvalidArgument, "--interval needs --watch"};
    if (number(read.request.interface))
        return Error{ErrorCode::InvalidArgument,
                     "-i names a network device; seconds between rounds are --interval "
                         + read.request.interface};
    if (m_queries > 0)
        return Error{ErrorCode::InvalidArgument,
                     "-q has no place in --watch: each round asks every hop once"};
    if (read.output != TraceOptions::Output::Text && read.output != TraceOptions::Output::Csv)
        return Error{ErrorCode::InvalidArgument,
                     "--watch goes on until it is interrupted, as a table or with --csv: --json and --report "
                     "are of traces that end by themselves"};
    if (m_mtu)
        return Error{ErrorCode::InvalidArgument, "--mtu is of single traces, not of --watch"};
    read.request.kind = TraceRequest::Kind::Watch;
    if (m_interval.empty())
        return {};
    const auto interval = seconds("--interval", m_interval, 0.1, 3600);
    if (!interval)
        return interval.error();
    read.request.interval = interval.value();
    return {};
}

Result<void> TraceArguments::readTrace(TraceOptions &read) const
{
    TraceRequest &request = read.request;
    if (auto watch = readWatch(read); !watch)
        return watch.error();
    if (request.probesPerHop * request.flows > mostProbes)
        return Error{ErrorCode::InvalidArgument,
                     "-q times --flows must not be more than " + std::to_string(mostProbes)
                         + " probes a hop"};
    request.mtu = m_mtu;
    if (m_mtu && request.method == Method::TcpSyn)
        return Error{ErrorCode::InvalidArgument, "--mtu needs UDP or ICMP: a SYN carries no data"};
    if (m_mtu && (m_report || read.output == TraceOptions::Output::MtrJson))
        return Error{ErrorCode::InvalidArgument, "--mtu has no place in mtr's shapes"};
    const auto gap = number(m_gap);
    if (!gap || *gap < 0 || *gap > 10'000)
        return Error{ErrorCode::InvalidArgument,
                     "-z takes 0 to 10 seconds, or up to 10000 milliseconds, not " + m_gap};
    request.gap = fromMilliseconds(*gap > millisecondsFrom ? *gap : *gap * 1000.0);
    if (!request.source.empty() && !IpAddress::parse(request.source))
        return Error{ErrorCode::InvalidArgument,
                     "-s takes an address of this machine, not " + request.source};
    return {};
}

Result<TraceOptions> TraceArguments::read() const
{
    TraceOptions read = options;
    TraceRequest &request = read.request;
    if (request.target.empty())
        return Error{ErrorCode::InvalidArgument, "HOST must not be empty"};
    if (auto method = readMethod(request); !method)
        return method.error();
    if (auto wait = readWait(request); !wait)
        return wait.error();
    if (auto output = readOutput(read); !output)
        return output.error();
    request.names = !m_numeric;
    request.tos = static_cast<std::uint8_t>(m_tos);
    if (request.firstTtl > request.maxTtl)
        return Error{ErrorCode::InvalidArgument, "-f must not be larger than -m"};
    const auto rest = m_kind == TraceRequest::Kind::Ping ? readPing(request) : readTrace(read);
    if (!rest)
        return rest.error();
    request.family = m_v4 ? AddressFamily::V4 : m_v6 ? AddressFamily::V6 : AddressFamily::Any;
    const auto source = IpAddress::parse(request.source);
    if (source && request.family == AddressFamily::Any)
        request.family = source.value().isV4() ? AddressFamily::V4 : AddressFamily::V6;
    return read;
}

} // namespace parallax
