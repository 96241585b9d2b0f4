// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/languages.h"
#include "core/text/words.h"

#include <map>

namespace parallax {

/// The words of each language that was asked for, loaded once: a translation takes some 100 KiB. For one
/// thread.
class SharedWords
{
public:
    const Words &in(const QLocale &locale)
    {
        const QLocale supported = supportedLocale(locale);
        auto &words = m_words[supported.name()];
        if (!words)
            words = std::make_unique<Words>(supported);
        return *words;
    }

private:
    std::map<QString, std::unique_ptr<Words>> m_words;
};

} // namespace parallax
