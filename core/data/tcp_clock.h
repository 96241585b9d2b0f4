// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace parallax {

constexpr std::uint16_t tcpClockPort = 12'346; // beside the clock server's UDP port

/// Where the TCP time and echo server listens, and how many threads share its connections.
struct TcpServerRequest {
    static constexpr int mostThreads = 16;

    IpAddress bind = IpAddress::fromV4(0x7f000001);
    std::uint16_t port = tcpClockPort; // 0: a free one
    int threads = 2;

    bool operator==(const TcpServerRequest &) const = default;
};

/// What a TCP client is to do. Ranges are checked where it enters.
struct TcpClientRequest {
    static constexpr int mostConnections = 4'096;
    static constexpr std::uint64_t mostRequests = 1'000'000; // of all connections together

    std::string host{}; // name or address
    std::uint16_t port = tcpClockPort;
    int connections = 1; // at once
    std::uint64_t count = 10; // requests of each
    Duration interval{}; // from one to the next; 0: as soon as the answer is there
    Duration patience = std::chrono::seconds(5); // for the connection, and for each answer

    bool operator==(const TcpClientRequest &) const = default;
};

/// Why a connection of the server is no more.
enum class TcpClockEnd : std::uint8_t { Open, Left, LineTooLong, Idle, SlowReader, Failed, Stopped };

/// One connection of the server, and what it came to so far.
struct TcpClockConnection {
    std::uint64_t number = 0; // in the order of coming, from 1
    SocketAddress peer{};
    Timestamp since{};
    std::uint64_t times = 0; // requests for the time
    std::uint64_t echoes = 0; // other lines
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0; // handed to the network
    TcpClockEnd end = TcpClockEnd::Open;

    std::uint64_t requests() const { return times + echoes; }
    bool operator==(const TcpClockConnection &) const = default;
};

struct TcpClockTotals {
    std::uint64_t open = 0; // now
    std::uint64_t accepted = 0;
    std::uint64_t refused = 0; // over a limit
    std::uint64_t requests = 0;
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;

    bool operator==(const TcpClockTotals &) const = default;
};

struct TcpClockServing {
    SocketAddress address{};
};
struct TcpClockServed {
    std::vector<TcpClockConnection> changed{}; // as they are now
    TcpClockTotals totals{};
};
struct TcpClockServingStopped {
};
struct TcpClockServerFailed {
    Error error{};
};

/// The TCP time and echo server as last reported: what is open, and the last that ended.
class TcpClockState
{
public:
    static constexpr std::size_t mostEnded = 500;

    void apply(const TcpClockServing &serving);
    void apply(const TcpClockServed &served);
    void apply(const TcpClockServingStopped &) { m_serving.reset(); }
    void apply(const TcpClockServerFailed &failed);

    const std::optional<SocketAddress> &serving() const { return m_serving; }
    const std::optional<Error> &failed() const { return m_failed; }
    const TcpClockTotals &totals() const { return m_totals; }
    const std::map<std::uint64_t, TcpClockConnection> &connections() const { return m_connections; }

private:
    std::optional<SocketAddress> m_serving;
    std::optional<Error> m_failed;
    TcpClockTotals m_totals;
    std::map<std::uint64_t, TcpClockConnection> m_connections; // by number
    std::deque<std::uint64_t> m_ended; // numbers, the longest ended first
};

} // namespace parallax
