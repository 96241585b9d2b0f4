// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/config.h"

#include <QString>

#include <map>
#include <string_view>

namespace parallax {

/// What is wrong with a configuration beyond the range of a single value, by the setting's name.
/// Found here, the mistake is shown beside its field; found at Start, it would only be a notice.
std::map<std::string_view, QString> problemsOf(const Config &config);

} // namespace parallax
