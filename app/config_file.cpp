// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_file.h"

#include "app/config_lines.h"
#include "core/base/ip_address.h"
#include "core/data/settings.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string_view>
#include <system_error>
#include <vector>

#include <pwd.h>
#include <unistd.h>

namespace parallax {

namespace {

using Path = std::filesystem::path;

std::string variable(const char *name)
{
    const char *text = std::getenv(name);
    return text == nullptr ? std::string() : text;
}

/// Of the user that this process runs as; `/` for one without an entry, as login(1) has it.
Path homeOfUser()
{
    constexpr std::size_t longestEntry = std::size_t{64} * 1024;
    std::vector<char> buffer(longestEntry);
    passwd entry{};
    passwd *found = nullptr;
    ::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found);
    return found == nullptr || *found->pw_dir == '\0' ? "/" : found->pw_dir;
}

/// One of the XDG base directories; a relative one does not count, says the specification.
Path baseFolder(const char *name, const char *inHome)
{
    if (Path given = variable(name); given.is_absolute())
        return given;
    const std::string home = variable("HOME");
    return (home.empty() ? homeOfUser() : Path(home)) / inHome;
}

Path dataHome()
{
    return baseFolder("XDG_DATA_HOME", ".local/share");
}

/// Where data may be found, the user's own first.
std::vector<Path> dataFolders()
{
    std::vector<Path> folders{dataHome()};
    std::istringstream given(variable("XDG_DATA_DIRS"));
    for (std::string folder; std::getline(given, folder, ':');) {
        if (folder.starts_with('/'))
            folders.emplace_back(folder);
    }
    if (folders.size() == 1)
        folders.insert(folders.end(), {"/usr/local/share", "/usr/share"});
    return folders;
}

Result<void> applyLine(std::string_view line, Config &config)
{
    const auto given = assignmentIn(line);
    if (!given)
        return given.error();
    return given.value() ? applySetting(config, given.value()->name, given.value()->value) : Result<void>();
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

/// The error does not say what was given.
Result<void> checkToken(const std::string &token)
{
    if (suitsAsToken(token))
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

Result<void> checkSocketScheme(const ServiceConfig &service)
{
    if (socketSuitsPage(service))
        return {};
    return Error{ErrorCode::InvalidArgument,
                 "public-ws-url must begin with wss:// where testers see the page at https://"};
}

} // namespace

std::string configFilePath()
{
    return baseFolder("XDG_CONFIG_HOME", ".config") / "parallax/parallax.conf";
}

std::string storeLocation(const Config &config)
{
    return config.store.empty() ? (dataHome() / "parallax/parallax.sqlite").string() : config.store;
}

std::string apiTokenFile()
{
    return dataHome() / "parallax/api-token";
}

std::string geoFolder(const Config &config)
{
    if (!config.geoDir.empty())
        return config.geoDir;
    constexpr auto ours = "parallax/geo";
    for (const Path &folder : dataFolders()) {
        std::error_code unknown;
        if (std::filesystem::is_directory(folder / ours, unknown))
            return folder / ours;
    }
    return dataHome() / ours;
}

std::string logFilePath(const Config &config)
{
    if (!config.logFile.empty())
        return config.logFile;
    return baseFolder("XDG_STATE_HOME", ".local/state") / "parallax/parallax.log";
}

Result<void> readConfigFile(const std::string &path, Config &config)
{
    const auto lines = configLines(path);
    if (!lines)
        return lines.error();
    int number = 0;
    for (const std::string &line : lines.value()) {
        ++number;
        if (const auto applied = applyLine(line, config); !applied)
            return configFileError(path + ':' + std::to_string(number), applied.error().message,
                                   applied.error().code);
    }
    return {};
}

Result<void> readEnvironment(Config &config)
{
    for (const Setting &setting : settings()) {
        const std::string name = environmentName(setting);
        const std::string text = variable(name.c_str());
        if (text.empty())
            continue;
        const auto applied = applySetting(config, setting, text);
        if (!applied)
            return Error{applied.error().code, name + ": " + applied.error().message};
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
          checkUrl("public-ws-url", service.publicWebSocketUrl, {"ws://", "wss://"}),
          checkSocketScheme(service)}) {
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
    const auto fromEnvironment = readEnvironment(config);
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
