// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/base/result.h"

#include <string>

namespace CLI {
class App;
}

namespace parallax {

/// The options of `trace` (Linux traceroute's letters) and of `ping` (iputils' letters): added to the parser,
/// and read into a request once that has run.
class TraceArguments
{
public:
    explicit TraceArguments(TraceRequest::Kind kind);

    void add(CLI::App &app);
    /// InvalidArgument names the option and its range.
    Result<TraceOptions> read() const;

    TraceOptions options{};

private:
    void addTrace(CLI::App &app);
    void addPing(CLI::App &app);
    void addBoth(CLI::App &app);
    Result<void> readMethod(TraceRequest &request) const;
    Result<void> readWait(TraceRequest &request) const;
    Result<void> readOutput(TraceOptions &read) const;
    Result<void> readPing(TraceRequest &request) const;
    Result<void> readWatch(TraceOptions &read) const;
    Result<void> readTrace(TraceOptions &read) const;

    TraceRequest::Kind m_kind;
    bool m_v4 = false;
    bool m_v6 = false;
    bool m_numeric = false;
    bool m_icmp = false;
    bool m_tcp = false;
    bool m_udp = false;
    bool m_csv = false;
    bool m_report = false;
    bool m_watch = false;
    bool m_mtu = false;
    std::string m_json;
    std::string m_wait;
    std::string m_gap = "0";
    std::string m_interval{}; // empty: a second
    std::string m_device; // ping: a device or an address
    int m_size = -1;
    int m_port = 0;
    int m_tos = 0;
    int m_queries = 0; // 0: 3, or 10 for a report
    int m_count = -1; // -1: until interrupted, or 3 for a document
};

} // namespace parallax
