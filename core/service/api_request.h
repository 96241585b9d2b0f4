// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/base/result.h"
#include "core/data/trace_request.h"
#include "core/service/api_parameters.h"

#include <optional>

namespace parallax {

/// Reads what a trace or series of pings over HTTP is to do. `kind` is nothing where the parameter of that
/// name decides. The error names the parameter and its range.
Result<TraceRequest> traceRequest(std::optional<TraceRequest::Kind> kind, const Parameters &parameters);

} // namespace parallax
