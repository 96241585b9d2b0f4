// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_writer.h"

#include "app/config_lines.h"
#include "core/data/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

namespace parallax {

namespace {

const Setting *settingNamed(std::string_view name)
{
    const auto table = settings();
    const auto found =
        std::find_if(table.begin(), table.end(), [name](const Setting &s) { return s.name == name; });
    return found == table.end() ? nullptr : &*found;
}

const Setting *settingIn(std::string_view line)
{
    const auto given = assignmentIn(line);
    return given && given.value() ? settingNamed(given.value()->name) : nullptr;
}

std::string lineFor(const Setting &setting, const std::string &text)
{
    return std::string(setting.name) + " = " + text;
}

std::vector<const Setting *> changed(const Config &before, const Config &config)
{
    std::vector<const Setting *> all;
    for (const Setting &setting : settings()) {
        if (settingText(config, setting) != settingText(before, setting))
            all.push_back(&setting);
    }
    return all;
}

/// The old lines with the new values, then what was changed and was not in the file.
std::string updatedText(const std::vector<std::string> &old, const std::vector<const Setting *> &changes,
                        const Config &config)
{
    std::string updated;
    std::set<std::string_view> written;
    for (const std::string &line : old) {
        const Setting *setting = settingIn(line);
        const bool isNew = std::find(changes.begin(), changes.end(), setting) != changes.end();
        updated += (isNew ? lineFor(*setting, settingText(config, *setting)) : line) + '\n';
        if (setting)
            written.insert(setting->name);
    }
    for (const Setting *setting : changes) {
        if (!written.contains(setting->name))
            updated += lineFor(*setting, settingText(config, *setting)) + '\n';
    }
    return updated;
}

} // namespace

Result<void> writeConfigFile(const std::string &path, const Config &before, const Config &config)
{
    const auto changes = changed(before, config);
    for (const Setting *setting : changes) {
        if (settingText(config, *setting).find_first_of("\r\n") != std::string::npos)
            return Error{ErrorCode::InvalidArgument, std::string(setting->name) + " must be a single line"};
    }
    const auto old = configLines(path);
    if (!old)
        return old.error();
    QSaveFile file(QString::fromStdString(path));
    QDir().mkpath(QFileInfo(file.fileName()).path());
    if (!file.open(QIODevice::WriteOnly))
        return configFileError(path, file.errorString().toStdString());
    if (!config.service.apiToken.empty())
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // it holds a secret
    file.write(QByteArray::fromStdString(updatedText(old.value(), changes, config)));
    if (!file.commit())
        return configFileError(path, file.errorString().toStdString());
    return {};
}

} // namespace parallax
