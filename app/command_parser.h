// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/farewell.h"

#include <optional>

namespace CLI {
class App;
}

namespace parallax {

constexpr const char *commandLineName = "parallax-cli";
constexpr const char *commandLineDescription =
    "Network latency forensics: is there a proxy or a VPN in front of a remote browser?";

void nameVersion(CLI::App &app);

/// What parsing ends the program with: help, version, or a complaint. Nothing: it goes on.
std::optional<Farewell> parse(CLI::App &app, int argc, const char *const *argv);
Farewell complaint(const CLI::App &app, const std::string &message);

} // namespace parallax
