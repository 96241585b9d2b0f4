// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/setting_words.h"
#include "core/text/words.h"

namespace parallax {

QString Words::settingLabel(const Setting &setting) const
{
    const SettingWords *words = wordsOf(setting);
    return words ? say(words->label)
                 : QString::fromUtf8(setting.name.data(), static_cast<qsizetype>(setting.name.size()));
}

QString Words::settingHelp(const Setting &setting) const
{
    const SettingWords *words = wordsOf(setting);
    return words ? say(words->help) : QString();
}

QString Words::settingGroup(SettingGroup group) const
{
    return say(nameOf(group));
}

} // namespace parallax
