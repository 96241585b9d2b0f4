// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/base/result.h"

#include <initializer_list>
#include <string_view>

namespace CLI {
class App;
}

namespace parallax {

// The settings table as options; what is given lands in `given`, which must outlive the parser.

void addAllSettings(CLI::App &app, GivenSettings &given);
void addSettings(CLI::App &app, std::initializer_list<std::string_view> names, GivenSettings &given);
/// The error, if any: said now, with the option's name, rather than after the configuration was read.
Result<void> checkRanges(const GivenSettings &given);

} // namespace parallax
