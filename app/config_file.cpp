// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_file.h"

#include "core/base/ip_address.h"
#include "core/data/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

namespace parallax {

namespace {

constexpr qint64 largestFile = 256 * 1024;

struct Assignment {
    std::string name;
    std::string value;
};

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool isCommentOrBlank(std::string_view line)
{
    return line.empty() || line.front() == '#';
}

std::optional<Assignment> assignment(std::string_view line)
{
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos)
        return std::nullopt;
    return Assignment{std::string(trimmed(line.substr(0, equals))),
                      std::string(trimmed(line.substr(equals + 1)))};
}

Error fileError(const QString &path, const QString &reason, ErrorCode code = ErrorCode::Io)
{
    return {code, (path + QStringLiteral(": ") + reason).toStdString()};
}

Result<QByteArrayList> linesOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArrayList{};
    if (!file.open(QIODevice::ReadOnly))
        return fileError(path, file.errorString());
    const QByteArray content = file.read(largestFile + 1);
    if (content.size() > largestFile)
        return fileError(path, QStringLiteral("too large for a configuration file"), ErrorCode::Malformed);
    QByteArrayList lines = content.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

Result<void> applyLine(std::string_view line, Config &config)
{
    if (isCommentOrBlank(line))
        return {};
    const auto given = assignment(line);
    if (!given)
        return Error{ErrorCode::Malformed, "expected \"name = value\""};
    return applySetting(config, given->name, given->value);
}

const Setting *settingNamed(std::string_view name)
{
    const auto table = settings();
    const auto found =
        std::find_if(table.begin(), table.end(), [name](const Setting &s) { return s.name == name; });
    return found == table.end() ? nullptr : &*found;
}

QByteArray lineFor(const Setting &setting, const std::string &text)
{
    return QByteArray::fromStdString(std::string(setting.name) + " = " + text);
}

/// The old lines with the new values, then the settings that were not in the file and are not the default.
QByteArrayList updatedLines(const QByteArrayList &old, const Config &config)
{
    QByteArrayList lines;
    std::set<std::string_view> written;
    for (const QByteArray &line : old) {
        const std::string_view text = trimmed({line.constData(), static_cast<std::size_t>(line.size())});
        const auto given = isCommentOrBlank(text) ? std::nullopt : assignment(text);
        const Setting *setting = given ? settingNamed(given->name) : nullptr;
        lines << (setting ? lineFor(*setting, settingText(config, *setting)) : line);
        if (setting)
            written.insert(setting->name);
    }
    for (const Setting &setting : settings()) {
        const std::string text = settingText(config, setting);
        if (!written.contains(setting.name) && text != settingText(Config{}, setting))
            lines << lineFor(setting, text);
    }
    return lines;
}

Result<void> checkUrl(std::string_view name, const std::string &url,
                      std::initializer_list<std::string_view> schemes)
{
    const auto matches = [&url](std::string_view scheme) {
        return url.starts_with(scheme) && url.size() > scheme.size();
    };
    if (url.empty() || std::any_of(schemes.begin(), schemes.end(), matches))
        return {};
    return Error{ErrorCode::InvalidArgument,
                 std::string(name) + " must begin with " + std::string(*schemes.begin()) + " or "
                     + std::string(*(schemes.end() - 1)) + ", not \"" + url + "\""};
}

Result<void> checkAddress(std::string_view name, const std::string &address)
{
    if (address.empty() || IpAddress::parse(address))
        return {};
    return Error{ErrorCode::InvalidArgument,
                 std::string(name) + " must be an IPv4 or IPv6 address, not \"" + address + "\""};
}

/// What a header can carry (RFC 6750); the error does not say what was given.
Result<void> checkToken(const std::string &token)
{
    constexpr std::size_t shortest = 16;
    constexpr std::size_t longest = 128;
    const bool plain = std::all_of(token.begin(), token.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
            || c == '_';
    });
    if (token.empty() || (plain && token.size() >= shortest && token.size() <= longest))
        return {};
    return Error{ErrorCode::InvalidArgument, "api-token must be 16 to 128 letters, digits or - _"};
}

Result<void> checkPorts(const ServiceConfig &service)
{
    if (service.httpPort != service.webSocketPort || service.httpPort == 0)
        return {};
    return Error{ErrorCode::InvalidArgument,
                 "http-port and ws-port must differ, both are " + std::to_string(service.httpPort)};
}

Result<void> checkCertificate(const ServiceConfig &service)
{
    if (service.certificateFile.empty() == service.keyFile.empty())
        return {};
    return Error{ErrorCode::InvalidArgument, "cert and key must be given together"};
}

} // namespace

QString configFilePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/parallax/parallax.conf");
}

QString storeLocation(const Config &config)
{
    if (!config.store.empty())
        return QString::fromStdString(config.store);
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/parallax/parallax.sqlite");
}

QString geoFolder(const Config &config)
{
    if (!config.geoDir.empty())
        return QString::fromStdString(config.geoDir);
    const QString ours = QStringLiteral("parallax/geo");
    const QString found =
        QStandardPaths::locate(QStandardPaths::GenericDataLocation, ours, QStandardPaths::LocateDirectory);
    return found.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QLatin1Char('/') + ours
        : found;
}

QString logFilePath(const Config &config)
{
    if (!config.logFile.empty())
        return QString::fromStdString(config.logFile);
    const QString given = qEnvironmentVariable("XDG_STATE_HOME"); // QStandardPaths knows it from Qt 6.7 on
    const QString folder =
        QDir::isAbsolutePath(given) ? given : QDir::homePath() + QStringLiteral("/.local/state");
    return folder + QStringLiteral("/parallax/parallax.log");
}

Result<void> readConfigFile(const QString &path, Config &config)
{
    const auto lines = linesOf(path);
    if (!lines)
        return lines.error();
    int number = 0;
    for (const QByteArray &line : lines.value()) {
        ++number;
        const auto applied =
            applyLine(trimmed({line.constData(), static_cast<std::size_t>(line.size())}), config);
        if (!applied)
            return fileError(path + QLatin1Char(':') + QString::number(number),
                             QString::fromStdString(applied.error().message), applied.error().code);
    }
    return {};
}

Result<void> writeConfigFile(const QString &path, const Config &config)
{
    for (const Setting &setting : settings()) {
        if (settingText(config, setting).find_first_of("\r\n") != std::string::npos)
            return Error{ErrorCode::InvalidArgument, std::string(setting.name) + " must be a single line"};
    }
    const auto old = linesOf(path);
    if (!old)
        return old.error();
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fileError(path, file.errorString());
    if (!config.service.apiToken.empty())
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // it holds a secret
    for (const QByteArray &line : updatedLines(old.value(), config))
        file.write(line + '\n');
    if (!file.commit())
        return fileError(path, file.errorString());
    return {};
}

Result<void> readEnvironment(const QProcessEnvironment &environment, Config &config)
{
    for (const Setting &setting : settings()) {
        const QString name = QString::fromStdString(environmentName(setting));
        const std::string text = environment.value(name).toStdString();
        if (text.empty())
            continue;
        const auto applied = applySetting(config, setting, text);
        if (!applied)
            return Error{applied.error().code, name.toStdString() + ": " + applied.error().message};
    }
    return {};
}

Result<void> checkConfig(const Config &config)
{
    const ServiceConfig &service = config.service;
    for (const auto &checked :
         {checkPorts(service), checkCertificate(service), checkToken(service.apiToken),
          checkAddress("bind", service.bind), checkAddress("trusted-proxy", service.trustedProxy),
          checkUrl("public-url", service.publicUrl, {"http://", "https://"}),
          checkUrl("public-ws-url", service.publicWebSocketUrl, {"ws://", "wss://"})}) {
        if (!checked)
            return checked.error();
    }
    return {};
}

Result<Config> loadConfig(const GivenSettings &options)
{
    Config config;
    const auto fromFile = readConfigFile(configFilePath(), config);
    if (!fromFile)
        return fromFile.error();
    const auto fromEnvironment = readEnvironment(QProcessEnvironment::systemEnvironment(), config);
    if (!fromEnvironment)
        return fromEnvironment.error();
    for (const auto &[name, text] : options) {
        const auto applied = applySetting(config, name, text);
        if (!applied)
            return Error{applied.error().code, "--" + applied.error().message};
    }
    const auto consistent = checkConfig(config);
    if (!consistent)
        return consistent.error();
    return config;
}

} // namespace parallax
