// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace parallax {

/// The options of `packet`.
class PacketArguments
{
public:
    void add(CLI::App &app);
    /// InvalidArgument names the option, or the field, and what it takes.
    Result<PacketOptions> read() const;

    PacketOptions options{};

private:
    Result<PacketDraft> readDraft() const;
    Result<std::vector<PacketDanger>> readConfirmed() const;
    Result<void> readRepeat(PacketRequest &request) const;

    std::string m_template = "icmp_echo";
    std::vector<std::string> m_fields;
    std::vector<std::string> m_confirmed;
    double m_wait = 2.0; // seconds, as the next
    double m_interval = 1.0;
    bool m_list = false;
    bool m_hex = false;
    bool m_json = false;
};

} // namespace parallax
