// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_events.h"
#include "core/data/path_figures.h"

#include <QString>

#include <cstdint>

namespace parallax {

/// What File ▸ Export can write. The window asks; whoever owns the exporters does it.
enum class ExportFormat : std::uint8_t { TestersCsv, SamplesCsv, JsonLines, CalculatencyJson };

/// The same for the path of one trace.
enum class TraceFormat : std::uint8_t { Csv, Json };

/// What is written of a traced path, and where.
struct TraceExport {
    TraceFormat format = TraceFormat::Json;
    QString file{};
    bool hideOwn = false; // nothing of own addresses
    PathLimits limits{}; // whose events are told
};

/// A path as mtr reports it, for the clipboard.
struct TraceReport {
    bool hideOwn = false; // as above
    RoundSpan rounds{}; // of a watch
};

} // namespace parallax
