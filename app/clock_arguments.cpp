// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clock_arguments.h"

#include "app/whole_option.h"
#include "core/base/ip_address.h"
#include "core/data/clock_names.h"

#include <CLI/CLI.hpp>

#include <cmath>
#include <fstream>

namespace parallax {

namespace {

constexpr double shortestInterval = 1.0; // ms
constexpr double longestInterval = 3'600'000.0;
constexpr double largestTestOffset = 1e9; // ms
constexpr double largestTestDrift = 10'000.0; // ppm
constexpr std::size_t longestKey = 1024;

Error outOfRange(const std::string &option, const std::string &range)
{
    return {ErrorCode::InvalidArgument, option + " takes " + range};
}

} // namespace

Result<std::string> keyIn(const std::string &path)
{
    if (path.empty())
        return std::string();
    std::ifstream file(path);
    std::string key;
    std::getline(file, key);
    if (key.ends_with('\r')) // of a file from Windows
        key.pop_back();
    if (key.empty() || key.size() > longestKey)
        return Error{ErrorCode::InvalidArgument, "--key-file: no key in the first line of " + path};
    return key;
}

void ClockServerArguments::add(CLI::App &app)
{
    app.add_option("--bind", m_bind,
                   "Answer on this address of this machine; :: for all, 0.0.0.0 for all of IPv4 [127.0.0.1]")
        ->type_name("ADDRESS");
    addWhole(app, "--port", options.request.port, {0, 65535}, "UDP port; 0: a free one [12345]");
    app.add_option("--key-file", options.keyFile,
                   "Answer STAMP only when authenticated with the key in this file")
        ->type_name("FILE");
    app.add_flag("--json", options.json, "One JSON object a line for each event");
}

Result<ClockServerOptions> ClockServerArguments::read() const
{
    ClockServerOptions read = options;
    if (!m_bind.empty()) {
        const auto address = IpAddress::parse(m_bind);
        if (!address)
            return outOfRange("--bind", "an address of this machine, not " + m_bind);
        read.request.bind = address.value();
    }
    return read;
}

void ClockClientArguments::add(CLI::App &app)
{
    ClockRequest &request = options.request;
    app.add_option("host", request.host, "Name or address of the server")->required()->type_name("HOST");
    app.add_option("--mode", m_mode, "raw, ewma, kalman, pid, median, or all: a client each [raw]")
        ->type_name("MODE");
    addWhole(app, "--count", request.count, {1, 100'000'000}, "Questions of each client [until interrupted]");
    app.add_option(
           "--interval", m_interval,
           "Milliseconds between questions [by the mean error 1000, 2000 or 5000; median and --stamp: 1000]")
        ->type_name("MS");
    addWhole(app, "--port", request.port, {1, 65535}, "UDP port [12345]");
    app.add_flag("--stamp", m_stamp, "Ask by STAMP (RFC 8762), whose answers tell four moments");
    app.add_option("--key-file", options.keyFile, "Authenticated STAMP, with the key in this file")
        ->type_name("FILE");
    app.add_option("--test-clock-offset-ms", m_testOffset,
                   "Try it out: read this machine's clock so far ahead")
        ->type_name("MS");
    app.add_option("--test-clock-ppm", m_testDrift, "Try it out: and running so much too fast")
        ->type_name("PPM");
    auto *json = app.add_flag("--json", m_json, "One JSON object a line for each sample and event");
    app.add_flag("--csv", m_csv, "A row a sample")->excludes(json);
}

Result<ClockClientOptions> ClockClientArguments::read() const
{
    ClockClientOptions read = options;
    ClockRequest &request = read.request;
    const auto scheme = clockSchemeNamed(m_mode);
    if (scheme)
        read.schemes = {*scheme};
    else if (m_mode == "all")
        read.schemes = {ClockScheme::Raw, ClockScheme::Ewma, ClockScheme::Kalman, ClockScheme::Pid,
                        ClockScheme::Median};
    else
        return outOfRange("--mode", "raw, ewma, kalman, pid, median or all, not " + m_mode);
    if (m_interval && !(*m_interval >= shortestInterval && *m_interval <= longestInterval))
        return outOfRange("--interval", "1 to 3600000 milliseconds");
    if (!(std::abs(m_testOffset) <= largestTestOffset))
        return outOfRange("--test-clock-offset-ms", "-1000000000 to 1000000000 milliseconds");
    if (!(std::abs(m_testDrift) <= largestTestDrift))
        return outOfRange("--test-clock-ppm", "-10000 to 10000 ppm");
    request.interval = fromMilliseconds(m_interval.value_or(0.0));
    request.testOffset = fromMilliseconds(m_testOffset);
    request.testDriftPpm = m_testDrift;
    request.isTest = m_testOffset != 0.0 || m_testDrift != 0.0;
    if (m_stamp || !read.keyFile.empty())
        request.kind = ClockExchangeKind::Stamp;
    read.output = m_json ? ClockClientOptions::Output::Json
        : m_csv          ? ClockClientOptions::Output::Csv
                         : ClockClientOptions::Output::Text;
    return read;
}

} // namespace parallax
