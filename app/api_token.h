// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/config.h"

#include <QString>

#include <string>

namespace parallax {

/// Beside the usual store: where a made token is kept, for the user alone.
QString apiTokenPath();

/// The token of the settings, or else the one in the file, which is made if it is not there. The error says
/// why it cannot be kept.
Result<std::string> apiToken(const Config &config, const QString &path = apiTokenPath());

} // namespace parallax
