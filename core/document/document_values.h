// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parallax {

/// "2026-01-31T12:00:00.123Z"; `decimals` of a second, 3 or 6, cut off.
std::string isoText(Timestamp time, int decimals = 3);

/// Milliseconds to the microsecond, which is what captured stamps are worth.
double roundedMilliseconds(Duration duration);
double rounded(double value);

// Values of a document; unknown is null.

/// Rounded; a whole one is written without decimals.
nlohmann::json numberValue(double value);
nlohmann::json integerValue(std::optional<std::int64_t> value);
nlohmann::json millisecondsValue(std::optional<Duration> duration);
/// Empty is null: an empty string from outside says no more than none.
nlohmann::json textValue(std::string_view text);

/// In one line. What is not UTF-8, as name servers may send it, becomes U+FFFD and never an exception.
std::string compactJson(const nlohmann::json &document);

} // namespace parallax
