// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"

#include <optional>
#include <string_view>

namespace parallax {

// The machine-readable names in exports, the store and the API. Stable: extend, do not rename.

std::string_view nameOf(VerdictKind kind);
std::string_view nameOf(EvidenceName name);
std::string_view nameOf(Finding finding);
std::string_view nameOf(Unit unit);
std::string_view nameOf(Remedy remedy);
std::string_view nameOf(SessionEnd end);
std::string_view nameOf(TimestampSource source);
std::string_view nameOf(TraceEnd end);
std::string_view nameOf(Method method);
std::string_view nameOf(ReplyKind kind);

std::optional<VerdictKind> verdictKindNamed(std::string_view name);
std::optional<EvidenceName> evidenceNamed(std::string_view name);
std::optional<Finding> findingNamed(std::string_view name);
std::optional<Unit> unitNamed(std::string_view name);
std::optional<Remedy> remedyNamed(std::string_view name);
std::optional<SessionEnd> sessionEndNamed(std::string_view name);
std::optional<TimestampSource> timestampSourceNamed(std::string_view name);
std::optional<TraceEnd> traceEndNamed(std::string_view name);
std::optional<Method> methodNamed(std::string_view name);
std::optional<ReplyKind> replyKindNamed(std::string_view name);

/// A sample's layer: websocket_text, websocket_control, tcp, hop, endpoint, icmp.
std::string_view layerOf(const Observation &observation);

} // namespace parallax
