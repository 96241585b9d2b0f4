// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_record.h"
#include "core/data/trace_request.h"
#include "core/service/http_answer.h"

#include <QJsonObject>

#include <cstdint>
#include <optional>
#include <string>

namespace parallax {

enum class TraceShape : std::uint8_t { Document, Original };

/// All that an answer about a trace is made from.
struct TraceView {
    const TraceRequest &request;
    const TraceRecord *record = nullptr; // nothing: its target's address is not known yet
    const Error *failed = nullptr; // nothing was measured
};

/// `parallax.trace/1`, also before the first probe.
std::string documentOf(const TraceView &view);
/// The whole answer: the document, the original's shape, or why there is none. `grantCommand` gives this
/// program its rights.
HttpAnswer answerFor(const TraceView &view, TraceShape shape, const std::string &grantCommand);
/// {"error": sentence}
QJsonObject failureObject(const Error &error, const std::string &grantCommand);

} // namespace parallax
