// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/farewell.h"
#include "core/data/trace_request.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace parallax {

/// Settings given as options, name and text; the later one wins. Already known to be in range.
using GivenSettings = std::vector<std::pair<std::string, std::string>>;

/// `trace` and `ping`.
struct TraceOptions {
    enum class Output { Text, Json, MtrJson, Csv, Report };

    GivenSettings settings{}; // none: the configuration's
    TraceRequest request{};
    Output output = Output::Text;
};

/// `parallax-cli trace …` or `parallax-cli ping …`, whichever the first word is.
bool isTraceCommandLine(int argc, const char *const *argv);
std::variant<TraceOptions, Farewell> readTraceCommandLine(int argc, const char *const *argv);

} // namespace parallax
