// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_writer.h"

#include "app/config_file.h"
#include "app/config_lines.h"
#include "core/data/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <set>
#include <span>
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

constexpr std::array<std::string_view, 2> tlsFiles{"cert", "key"};
constexpr std::array<std::string_view, 2> ports{"http-port", "ws-port"};
constexpr std::array<std::string_view, 4> schemes{"public-url", "public-ws-url", "cert", "key"};

/// Settings that must suit each other.
struct Group {
    std::span<const std::string_view> names;
    bool always; // written together, also where checkConfig() would not mind
};
constexpr std::array<Group, 3> groups{{{tlsFiles, true}, {ports, false}, {schemes, false}}};

/// The file, as it will be read.
Result<Config> configWith(const std::string &path, const std::vector<const Setting *> &changes,
                          const Config &config)
{
    Config next;
    if (const auto read = readConfigFile(path, next); !read)
        return read.error();
    for (const Setting *setting : changes) {
        if (const auto applied = applySetting(next, *setting, settingText(config, *setting)); !applied)
            return applied.error();
    }
    return next;
}

/// With the changes, what belongs to them and was meant for once: without it the next start would refuse the
/// file.
std::vector<const Setting *> completed(std::vector<const Setting *> changes, const std::string &path,
                                       const Config &config)
{
    for (const Group &group : groups) {
        const bool concerned = std::any_of(changes.begin(), changes.end(), [&group](const Setting *setting) {
            return std::find(group.names.begin(), group.names.end(), setting->name) != group.names.end();
        });
        const auto next = configWith(path, changes, config);
        if (!concerned || !next || (!group.always && checkConfig(next.value())))
            continue;
        for (const std::string_view name : group.names) {
            const Setting *setting = settingNamed(name);
            if (setting && settingText(next.value(), *setting) != settingText(config, *setting))
                changes.push_back(setting);
        }
    }
    return changes;
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
    const auto changes = completed(changed(before, config), path, config);
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
