// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/config.h"
#include "core/store/session_store.h"
#include "core/text/words.h"

namespace parallax {

/// The configured store, for reading alone.
Result<SessionStore> storeToRead(const Config &config);

/// The configured language, or the desktop's.
Words wordsFor(const Config &config);

/// Writes to stdout to the last byte; the code to exit with.
int print(const QByteArray &text);

/// Says what failed on stderr; the code to exit with.
int failed(const Error &error);

} // namespace parallax
