// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api_token.h"

#include "app/config_file.h"
#include "core/base/random.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace parallax {

namespace {

constexpr qint64 longestFile = 200;
constexpr auto onlyMine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Result<std::string> made(const QString &path)
{
    const std::string token = randomToken();
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    // Rights first: the secret must not lie open even for a moment.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(onlyMine)
        || file.write(QByteArray::fromStdString(token) + '\n') < 0 || !file.commit())
        return Error{ErrorCode::Io, path.toStdString() + ": " + file.errorString().toStdString()};
    return token;
}

} // namespace

QString apiTokenPath()
{
    return QString::fromStdString(apiTokenFile());
}

Result<std::string> apiToken(const Config &config, const QString &path)
{
    if (!config.service.apiToken.empty())
        return config.service.apiToken;
    QFile file(path);
    if (!file.exists())
        return made(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, path.toStdString() + ": " + file.errorString().toStdString()};
    Config kept;
    kept.service.apiToken = file.read(longestFile).trimmed().toStdString();
    if (kept.service.apiToken.empty() || !checkConfig(kept))
        return made(path);
    return kept.service.apiToken;
}

} // namespace parallax
