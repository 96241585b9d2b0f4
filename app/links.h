// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/config.h"

#include <cstdint>
#include <string>
#include <vector>

namespace parallax {

/// The addresses under which a tester may reach the page of this token: the public one if it is given, else
/// one for each usable interface address; an IPv4 that is not loopback comes first where there is one.
/// With a network that comes and goes they change.
std::vector<std::string> links(const Config &config, std::uint16_t httpPort, const std::string &token);

/// False when only this machine itself can open any of them: no network.
bool reachableFromElsewhere(const Config &config);

} // namespace parallax
