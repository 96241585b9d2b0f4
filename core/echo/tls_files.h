// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSslConfiguration>

#include <string>

namespace parallax {

/// A server's TLS set-up from PEM files: the certificate (its chain may follow in the same file) and its key.
Result<QSslConfiguration> readTlsFiles(const std::string &certificateFile, const std::string &keyFile);

} // namespace parallax
