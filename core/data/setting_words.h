// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/settings.h"

#include <string_view>

namespace parallax {

/// What a setting is called and what it does, in English: the sources of their translations, in the context
/// "Words".
struct SettingWords {
    std::string_view name; // the setting's
    const char *label;
    const char *help;
};

/// Null for a setting without words.
const SettingWords *wordsOf(const Setting &setting);
const char *nameOf(SettingGroup group);

} // namespace parallax
