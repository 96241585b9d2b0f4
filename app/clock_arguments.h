// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/base/result.h"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace parallax {

/// The key of authenticated STAMP, a file's first line: on the command line everybody on the machine would
/// see it. Empty where there is no file. InvalidArgument names the option.
Result<std::string> keyIn(const std::string &path);

/// The options of `clock server`.
class ClockServerArguments
{
public:
    void add(CLI::App &app);
    /// InvalidArgument names the option.
    Result<ClockServerOptions> read() const;

    ClockServerOptions options{};

private:
    std::string m_bind;
};

/// The options of `clock client`.
class ClockClientArguments
{
public:
    void add(CLI::App &app);
    /// InvalidArgument names the option and its range.
    Result<ClockClientOptions> read() const;

    ClockClientOptions options{};

private:
    std::string m_mode = "raw";
    std::optional<double> m_interval; // ms; otherwise by the mean error
    double m_testOffset = 0.0; // ms
    double m_testDrift = 0.0; // ppm
    bool m_stamp = false;
    bool m_json = false;
    bool m_csv = false;
};

} // namespace parallax
