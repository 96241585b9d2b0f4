// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/translate_noop.h"

#include <string>
#include <string_view>
#include <vector>

namespace parallax {

/// An error whose message is the text with its values in its places. The text is a whole sentence, marked for
/// the translators with QT_TRANSLATE_NOOP in the context "Reasons"; an Error without values needs the mark
/// alone.
Error failure(ErrorCode code, std::string text, std::vector<std::string> values);

/// What the system calls this errno, in English whatever the locale.
std::string systemText(int reason);

/// The text with each value in its place; a place without a value stays.
std::string filled(const Wording &wording);

} // namespace parallax
