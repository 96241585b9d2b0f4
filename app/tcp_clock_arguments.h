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

/// The options of `clock tcp-server`.
class TcpServerArguments
{
public:
    void add(CLI::App &app);
    /// InvalidArgument names the option.
    Result<TcpServerOptions> read() const;

    TcpServerOptions options{};

private:
    std::string m_bind;
};

/// The options of `clock tcp-client`.
class TcpClientArguments
{
public:
    void add(CLI::App &app);
    /// InvalidArgument names the option and its range.
    Result<TcpClientOptions> read() const;

    TcpClientOptions options{};

private:
    std::optional<double> m_interval; // s
};

} // namespace parallax
