// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/words.h"

namespace parallax {

/// A run's verdict with its figures, evidence, doubts and remedies, as lines of plain text for a terminal.
QString explanation(const SessionRecord &record, const Words &words);

/// Text from outside with control characters replaced, so that it cannot steer a terminal.
QString printable(const std::string &text);

} // namespace parallax
