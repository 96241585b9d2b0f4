// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tcp_clock_arguments.h"

#include "app/whole_option.h"

#include <CLI/CLI.hpp>

namespace parallax {

namespace {

constexpr double longestInterval = 3'600.0; // s
constexpr double usualInterval = 1.0; // s, of one connection; many ask as fast as they are answered

} // namespace

void TcpServerArguments::add(CLI::App &app)
{
    app.add_option("--bind", m_bind,
                   "Listen on this address of this machine; :: for all, 0.0.0.0 for all of IPv4 [127.0.0.1]")
        ->type_name("ADDRESS");
    addWhole(app, "--port", options.request.port, {0, 65535}, "TCP port; 0: a free one [12346]");
    addWhole(app, "--threads", options.request.threads, {1, TcpServerRequest::mostThreads},
             "Threads that share the connections, 1 to 16 [2]");
    app.add_flag("--json", options.json, "One JSON object a line for each event");
}

Result<TcpServerOptions> TcpServerArguments::read() const
{
    TcpServerOptions read = options;
    if (m_bind.empty())
        return read;
    const auto address = IpAddress::parse(m_bind);
    if (!address)
        return Error{ErrorCode::InvalidArgument, "--bind takes an address of this machine, not " + m_bind};
    read.request.bind = address.value();
    return read;
}

void TcpClientArguments::add(CLI::App &app)
{
    TcpClientRequest &request = options.request;
    app.add_option("host", request.host, "Name or address of the server")->required()->type_name("HOST");
    addWhole(app, "--port", request.port, {1, 65535}, "TCP port [12346]");
    addWhole(app, "--connections", request.connections, {1, TcpClientRequest::mostConnections},
             "So many at once [1]");
    addWhole(app, "--count", request.count, {1, TcpClientRequest::mostRequests},
             "Requests of each connection [10]");
    app.add_option("--interval", m_interval,
                   "Seconds between a connection's requests; 0: as soon as it is answered [one connection: "
                   "1; many: 0]")
        ->type_name("SECONDS");
    app.add_flag("--json", options.json, "One JSON object a line");
}

Result<TcpClientOptions> TcpClientArguments::read() const
{
    TcpClientOptions read = options;
    TcpClientRequest &request = read.request;
    if (m_interval && !(*m_interval >= 0.0 && *m_interval <= longestInterval))
        return Error{ErrorCode::InvalidArgument, "--interval takes 0 to 3600 seconds"};
    if (request.count > TcpClientRequest::mostRequests / static_cast<std::uint64_t>(request.connections))
        return Error{ErrorCode::InvalidArgument,
                     "--count takes no more than a million requests of all connections together"};
    const double usual = request.connections == 1 ? usualInterval : 0.0;
    request.interval =
        std::chrono::duration_cast<Duration>(std::chrono::duration<double>(m_interval.value_or(usual)));
    return read;
}

} // namespace parallax
