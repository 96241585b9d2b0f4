// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trace_arguments.h"

#include "app/whole_option.h"
#include "core/probe/socket_port.h"

#include <CLI/CLI.hpp>

#include <string>

namespace parallax {

namespace {

constexpr int pingTtl = 64;

void flag(CLI::App &app, const char *names, bool &field, const char *meaning)
{
    app.add_flag(names, field, meaning)->disable_flag_override(); // --tcp=443 is not port 443
}

void filled(CLI::App &app, const char *names, std::string &field, const char *type, const char *meaning)
{
    app.add_option(names, field, meaning)->type_name(type)->check([](const std::string &given) {
        return given.empty() ? "must not be empty" : std::string();
    });
}

} // namespace

TraceArguments::TraceArguments(TraceRequest::Kind kind)
    : m_kind(kind)
{
    options.request.kind = kind;
    if (kind == TraceRequest::Kind::Ping) {
        options.request.method = Method::IcmpEcho;
        options.request.maxTtl = pingTtl;
    }
}

void TraceArguments::add(CLI::App &app)
{
    app.add_option("host", options.request.target, "Name or address")->required()->type_name("HOST");
    addBoth(app);
    if (m_kind == TraceRequest::Kind::Ping)
        addPing(app);
    else
        addTrace(app);
}

void TraceArguments::addBoth(CLI::App &app)
{
    auto *v4 = app.add_flag("-4,--ipv4", m_v4, "IPv4 only")->disable_flag_override();
    app.add_flag("-6,--ipv6", m_v6, "IPv6 only")->disable_flag_override()->excludes(v4);
    flag(app, "-n,--numeric", m_numeric, "No names of addresses");
    addWhole(app, "-p,--port", m_port, {1, 65535}, "Port of the target: UDP [33434], TCP [80]");
    flag(app, "--csv", m_csv, "A row a probe");
    const bool ping = m_kind == TraceRequest::Kind::Ping;
    // A flag with a value, so that it never swallows HOST.
    app.add_flag("--json{plain}", m_json,
                 ping ? "One JSON document" : "One JSON document; --json=mtr: in mtr's shape")
        ->type_name("");
}

void TraceArguments::addTrace(CLI::App &app)
{
    TraceRequest &request = options.request;
    addWhole(app, "-q,--queries", m_queries, {1, 100}, "Probes a hop [3; with --report 10]");
    addWhole(app, "-m,--max-hops", request.maxTtl, {1, 255}, "Largest TTL [30]");
    addWhole(app, "-f,--first", request.firstTtl, {1, 255}, "First TTL [1]");
    filled(app, "-w,--wait", m_wait, "MAX,HERE,NEAR",
           "Seconds to wait for an answer at most, 0.001 to 60; times what the same hop took; times what "
           "the next hop took, 1 to 100 [5,2,1.5]");
    addWhole(app, "-N,--sim-queries", request.maxInFlight, {1, 10'000}, "Probes in flight [16 TTLs]");
    app.add_option("-z,--sendwait", m_gap, "Between probes: up to 10 seconds, above 10 milliseconds [0]")
        ->type_name("TIME");
    flag(app, "-I,--icmp", m_icmp, "ICMP echo requests");
    flag(app, "-T,--tcp", m_tcp, "TCP SYN, to port 80");
    flag(app, "-U,--udp", m_udp, "UDP to one port, 53");
    addWhole(app, "-t,--tos", m_tos, {0, 255}, "Type of service: DSCP and ECN [0]");
    filled(app, "-i,--interface", request.interface, "DEVICE", "Network device");
    filled(app, "-s,--source", request.source, "ADDRESS", "Address of this machine");
    addWhole(app, "--flows", request.flows, {1, SocketPort::mostFlows},
             "Flows, each a path of its own behind load balancers [1]");
    flag(app, "--mtu", m_mtu, "Also the largest packet that reaches the target, and where it gets smaller");
    flag(app, "--report", m_report, "A table as mtr --report prints it");
    flag(app, "--watch", m_watch, "Round after round, until interrupted");
    filled(app, "--interval", m_interval, "SECONDS",
           "Seconds between the rounds of --watch, 0.1 to 3600 [1]");
}

void TraceArguments::addPing(CLI::App &app)
{
    TraceRequest &request = options.request;
    addWhole(app, "-c,--count", m_count, {1, 1'000'000}, "Pings [until interrupted; with --json or --csv 3]");
    filled(app, "-i,--interval", m_interval, "SECONDS", "Seconds between pings, 0.001 to 3600 [1]");
    filled(app, "-W,--wait", m_wait, "SECONDS", "Seconds to wait for an answer, 0.001 to 60 [5]");
    addWhole(app, "-t,--ttl", request.maxTtl, {1, 255}, "TTL [64]");
    addWhole(app, "-s,--size", m_size, {0, 65'000},
             "Bytes of data, never fragmented; 2 at least, by UDP 4 [56]");
    flag(app, "--tcp", m_tcp, "TCP SYN, to port 80");
    flag(app, "--udp", m_udp, "UDP");
    addWhole(app, "-Q,--tos", m_tos, {0, 255}, "Type of service: DSCP and ECN [0]");
    filled(app, "-I,--interface", m_device, "DEVICE", "Network device, or address of this machine");
}

} // namespace parallax
