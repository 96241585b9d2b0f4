// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/base/result.h"
#include "core/data/config.h"

#include <string>

namespace parallax {

// Without Qt: short commands load none. What writes the file is app/config_writer.

/// $XDG_CONFIG_HOME/parallax/parallax.conf
std::string configFilePath();

/// The store: the configured file or URL, else $XDG_DATA_HOME/parallax/parallax.sqlite
std::string storeLocation(const Config &config);
/// The file that keeps the API's token, where none is configured: $XDG_DATA_HOME/parallax/api-token
std::string apiTokenFile();
/// The configured folder with geo files, else parallax/geo in $XDG_DATA_HOME or, where it exists,
/// $XDG_DATA_DIRS
std::string geoFolder(const Config &config);
/// The configured log file, else $XDG_STATE_HOME/parallax/parallax.log
std::string logFilePath(const Config &config);

/// Lines of `name = value`; # begins a comment line. A file that does not exist changes nothing.
Result<void> readConfigFile(const std::string &path, Config &config);

/// PARALLAX_NAME for every setting; an empty variable counts as unset.
Result<void> readEnvironment(Config &config);

/// Settings that contradict each other: a certificate without a key, one port for two servers, …
Result<void> checkConfig(const Config &config);

/// The file, then the environment, then the options, each overriding the one before; checked.
Result<Config> loadConfig(const GivenSettings &options);

} // namespace parallax
