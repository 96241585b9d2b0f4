// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/base/result.h"
#include "core/data/config.h"

#include <QProcessEnvironment>
#include <QString>

namespace parallax {

/// $XDG_CONFIG_HOME/parallax/parallax.conf
QString configFilePath();

/// The store: the configured file or URL, else $XDG_DATA_HOME/parallax/parallax.sqlite
QString storeLocation(const Config &config);
/// The configured folder with geo files, else parallax/geo in $XDG_DATA_HOME or, where it exists,
/// $XDG_DATA_DIRS
QString geoFolder(const Config &config);
/// The configured log file, else $XDG_STATE_HOME/parallax/parallax.log
QString logFilePath(const Config &config);

/// Lines of `name = value`; # begins a comment line. A file that does not exist changes nothing.
Result<void> readConfigFile(const QString &path, Config &config);
/// Changes the values in the file, keeping comments and order; adds what differs from the defaults.
Result<void> writeConfigFile(const QString &path, const Config &config);

/// PARALLAX_NAME for every setting; an empty variable counts as unset.
Result<void> readEnvironment(const QProcessEnvironment &environment, Config &config);

/// Settings that contradict each other: a certificate without a key, one port for two servers, …
Result<void> checkConfig(const Config &config);

/// The file, then the environment, then the options, each overriding the one before; checked.
Result<Config> loadConfig(const GivenSettings &options);

} // namespace parallax
