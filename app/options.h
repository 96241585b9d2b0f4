// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_update.h"
#include "core/data/packet_exchange.h"
#include "core/data/trace_request.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace parallax {

/// Settings given as options, name and text; the later one wins. Already known to be in range.
using GivenSettings = std::vector<std::pair<std::string, std::string>>;

struct ServeOptions {
    GivenSettings settings{};
    bool json = false;
};
struct DoctorOptions {
    GivenSettings settings{};
    bool json = false;
};
struct ExportOptions {
    GivenSettings settings{}; // the store
    std::string format{}; // csv, samples, jsonl, calculatency
    std::string session{}; // empty: all
    std::string out{}; // empty: stdout
};
struct ExplainOptions {
    GivenSettings settings{}; // the store
    std::string session{};
    bool rejudge = false; // by the rules of this version instead of those it was measured with
};
struct ReplayOptions {
    GivenSettings settings{};
    std::string file{}; // a scenario or an exported report
    bool json = false;
};
/// `trace` and `ping`.
struct TraceOptions {
    enum class Output { Text, Json, MtrJson, Csv, Report };

    GivenSettings settings{}; // where the geo files are
    TraceRequest request{};
    Output output = Output::Text;
};
struct ClockServerOptions {
    GivenSettings settings{};
    ClockServerRequest request{};
    std::string keyFile{}; // read without rights; empty: none
    bool json = false;
};
struct ClockClientOptions {
    enum class Output { Text, Json, Csv };

    GivenSettings settings{};
    ClockRequest request{};
    std::string keyFile{}; // read without rights; empty: none
    std::vector<ClockScheme> schemes{}; // a client each
    Output output = Output::Text;
};
struct ClockNotesOptions {
    GivenSettings settings{}; // the page's ports
    std::uint16_t port = clockPort;
    std::uint16_t tcpPort = tcpClockPort;
    bool json = false;
};
struct TcpServerOptions {
    GivenSettings settings{};
    TcpServerRequest request{};
    bool json = false;
};
struct TcpClientOptions {
    GivenSettings settings{};
    TcpClientRequest request{};
    bool json = false;
};
struct PacketOptions {
    enum class Output { Text, Hex, List, Json };

    GivenSettings settings{};
    PacketRequest request{};
    bool send = false;
    std::string file{}; // pcapng; empty: none
    Output output = Output::Text;
};
struct WindowOptions {
    GivenSettings settings{};
    std::vector<std::string> files{}; // with a path each, as they were named; read without rights
};

/// One of the sub-commands of parallax-cli.
using Command = std::variant<ServeOptions, DoctorOptions, ExportOptions, ExplainOptions, ReplayOptions,
                             TraceOptions, ClockServerOptions, ClockClientOptions, ClockNotesOptions,
                             TcpServerOptions, TcpClientOptions, PacketOptions>;

/// Nothing is to be run: print this and leave. Help and version go to stdout, errors (code not 0) to stderr.
struct Farewell {
    std::string text{};
    int code = 0;
};

std::variant<Command, Farewell> readCommandLine(int argc, const char *const *argv);
std::variant<WindowOptions, Farewell> readWindowOptions(int argc, const char *const *argv);

/// Prints the farewell where it belongs and returns its code.
int say(const Farewell &farewell);

} // namespace parallax
