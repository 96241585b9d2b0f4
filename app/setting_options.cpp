// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setting_options.h"

#include "core/data/setting_words.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace parallax {

namespace {

bool isTruth(const Setting &setting)
{
    return std::holds_alternative<bool &(*)(Config &)>(setting.field);
}

bool isText(const Setting &setting)
{
    return std::holds_alternative<std::string &(*)(Config &)>(setting.field);
}

std::string helpOf(const Setting &setting)
{
    const SettingWords *words = wordsOf(setting);
    std::string meaning = words ? words->help : "";
    if (isTruth(setting) || isText(setting))
        return meaning;
    return meaning + " [" + std::to_string(setting.least) + " to " + std::to_string(setting.most)
        + ", default " + settingText(Config{}, setting) + "]";
}

void addSetting(CLI::App &app, const Setting &setting, GivenSettings &given)
{
    const std::string name(setting.name);
    const std::string option = "--" + name;
    const std::string group = nameOf(setting.group);
    if (isTruth(setting)) {
        app.add_flag_function(
               option,
               [&given, name](std::int64_t count) { given.emplace_back(name, count > 0 ? "true" : "false"); },
               helpOf(setting))
            ->group(group);
        return;
    }
    app.add_option_function<std::string>(
           option, [&given, name](const std::string &text) { given.emplace_back(name, text); },
           helpOf(setting))
        ->type_name(isText(setting) ? "TEXT" : "NUMBER")
        ->take_last()
        ->group(group);
}

} // namespace

void addAllSettings(CLI::App &app, GivenSettings &given)
{
    for (const Setting &setting : settings())
        addSetting(app, setting, given);
}

void addSettings(CLI::App &app, std::initializer_list<std::string_view> names, GivenSettings &given)
{
    for (const Setting &setting : settings()) {
        if (std::find(names.begin(), names.end(), setting.name) != names.end())
            addSetting(app, setting, given);
    }
}

Result<void> checkRanges(const GivenSettings &given)
{
    Config scratch;
    for (const auto &[name, text] : given) {
        const auto applied = applySetting(scratch, name, text);
        if (!applied)
            return Error{applied.error().code, "--" + applied.error().message};
    }
    return {};
}

} // namespace parallax
