// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parallax {

// Cells of RFC 4180; an empty one is unknown.

/// A text from anybody: one that a spreadsheet would take for a formula gets a leading '.
std::string cell(std::string_view text);
/// With up to three decimals.
std::string cell(std::optional<double> value);
std::string cell(std::optional<bool> value);
/// In milliseconds.
std::string cell(std::optional<Duration> duration);

template<class Integer>
std::string whole(const std::optional<Integer> &value)
{
    return value ? std::to_string(*value) : std::string();
}

void addRow(std::string &csv, const std::vector<std::string> &cells);

} // namespace parallax
