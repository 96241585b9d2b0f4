// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/base/result.h"

#include <string>

namespace CLI {
class App;
}

namespace parallax {

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
    std::string m_keyFile;
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
    std::string m_keyFile;
    double m_interval = 0.0; // ms; 0: as the original
    double m_testOffset = 0.0; // ms
    double m_testDrift = 0.0; // ppm
    bool m_stamp = false;
    bool m_json = false;
    bool m_csv = false;
};

} // namespace parallax
