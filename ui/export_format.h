// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace parallax {

/// What File ▸ Export can write. The window asks; whoever owns the exporters does it.
enum class ExportFormat : std::uint8_t { TestersCsv, SamplesCsv, JsonLines, CalculatencyJson };

/// The same for the path of one trace.
enum class TraceFormat : std::uint8_t { Csv, Json };

} // namespace parallax
