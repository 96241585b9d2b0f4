// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor_files.h"

#include "app/config_file.h"
#include "core/echo/tls_files.h"
#include "core/geo/geo_files.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace parallax {

namespace {

using State = Check::State;

constexpr qint64 leastFreeBytes = 16 * 1024 * 1024;

QFileInfo nearestExisting(const QString &path)
{
    QFileInfo folder(path);
    while (!folder.exists() && folder.path() != folder.filePath())
        folder.setFile(folder.path());
    return folder;
}

/// For a shell, whatever is in it.
QString quoted(QString path)
{
    return QLatin1Char('\'') + path.replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\'');
}

/// Gives the user what the store needs and nothing else: most folders are somebody else's.
QString storeCommand(const QFileInfo &file)
{
    const QFileInfo folder(file.absolutePath());
    if (!folder.exists())
        return QStringLiteral("sudo install -d -o \"$USER\" ") + quoted(folder.filePath());
    if (folder.isWritable() && file.isFile())
        return QStringLiteral("sudo chown \"$USER\" ") + quoted(file.absoluteFilePath());
    if (folder.isDir() && folder.filePath().startsWith(QDir::homePath() + QLatin1Char('/')))
        return QStringLiteral("sudo chown -R \"$USER\" ")
            + quoted(folder.filePath()); // as after a start by root
    return QStringLiteral("parallax-cli serve --store \"$HOME\"/parallax.sqlite");
}

Check store(const Config &config)
{
    const QString name = QStringLiteral("store");
    const QString location = QString::fromStdString(storeLocation(config));
    if (location.contains(QStringLiteral("://")))
        return {name, State::Note, QStringLiteral("A database server is not checked here: ") + location, {}};
    const QFileInfo file(location);
    const QFileInfo folder = nearestExisting(file.absolutePath());
    if (!folder.isDir() || !folder.isWritable() || (file.exists() && !file.isWritable()))
        return {name, State::Missing,
                location + QStringLiteral(" cannot be written: runs would not be kept."), storeCommand(file)};
    if (QStorageInfo(folder.filePath()).bytesAvailable() < leastFreeBytes)
        return {name, State::Missing, QStringLiteral("Less than 16 MiB are free for ") + location,
                QStringLiteral("parallax-cli serve --store /another/disk/parallax.sqlite")};
    return {name, State::Ok, location + QStringLiteral(" can be written."), {}};
}

std::vector<Check> certificate(const Config &config)
{
    const QString name = QStringLiteral("certificate");
    const ServiceConfig &service = config.service;
    if (service.certificateFile.empty())
        return {};
    for (const std::string &file : {service.certificateFile, service.keyFile}) {
        const QString path = QString::fromStdString(file);
        if (!QFileInfo(path).isReadable())
            return {{name, State::Missing, path + QStringLiteral(" cannot be read."),
                     QStringLiteral("sudo setfacl -m \"u:$USER:r\" ") + quoted(path)}};
    }
    if (const auto usable = readTlsFiles(service.certificateFile, service.keyFile); !usable)
        return {{name, State::Missing, QString::fromStdString(usable.error().message),
                 QStringLiteral("parallax-cli serve --cert FULLCHAIN.pem --key PRIVKEY.pem")}};
    return {{name, State::Ok, QStringLiteral("Certificate and key belong together."), {}}};
}

Check geoFiles(const Config &config)
{
    const QString name = QStringLiteral("geo_files");
    const std::string path = geoFolder(config);
    const QString folder = QString::fromStdString(path);
    const QString fetch = QStringLiteral("scripts/fetch-geo.sh ") + folder;
    const GeoFiles files(path);
    if (!files.problems().empty())
        return {name, State::Note, QString::fromStdString(files.problems().front()), fetch};
    if (files.found().empty())
        return {name, State::Note,
                QStringLiteral("There are none in ") + folder
                    + QStringLiteral(": countries and networks are reported as unknown."),
                fetch};
    QStringList found;
    for (const std::string &file : files.found())
        found << QString::fromStdString(file);
    return {name,
            State::Ok,
            folder + QStringLiteral(" has ") + found.join(QStringLiteral(", ")) + QLatin1Char('.'),
            {}};
}

} // namespace

std::vector<Check> examineFiles(const Config &config)
{
    std::vector<Check> checks{store(config), geoFiles(config)};
    const auto extra = certificate(config);
    checks.insert(checks.end(), extra.begin(), extra.end());
    return checks;
}

} // namespace parallax
