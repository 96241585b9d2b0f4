// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/settings.h"

#include "core/base/failure.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>

namespace parallax {

namespace {

using Ms = std::chrono::milliseconds;

constexpr int largestPort = 65535;
constexpr int hourInMs = 3'600'000;

constexpr std::array table{
    Setting{"bind", "", SettingGroup::Service, 0, 0,
            +[](Config &c) -> std::string & { return c.service.bind; }},
    Setting{"http-port", "HTTP_PORT", SettingGroup::Service, 0, largestPort,
            +[](Config &c) -> std::uint16_t & { return c.service.httpPort; }},
    Setting{"ws-port", "WEBSOCKET_PORT", SettingGroup::Service, 0, largestPort,
            +[](Config &c) -> std::uint16_t & { return c.service.webSocketPort; }},
    Setting{"public-url", "", SettingGroup::Service, 0, 0,
            +[](Config &c) -> std::string & { return c.service.publicUrl; }},
    Setting{"public-ws-url", "", SettingGroup::Service, 0, 0,
            +[](Config &c) -> std::string & { return c.service.publicWebSocketUrl; }},
    Setting{"cert", "", SettingGroup::Service, 0, 0,
            +[](Config &c) -> std::string & { return c.service.certificateFile; }},
    Setting{"key", "", SettingGroup::Service, 0, 0,
            +[](Config &c) -> std::string & { return c.service.keyFile; }},
    Setting{"allow-anonymous", "", SettingGroup::Service, 0, 0,
            +[](Config &c) -> bool & { return c.service.allowAnonymous; }},
    Setting{"trusted-proxy", "", SettingGroup::Service, 0, 0,
            +[](Config &c) -> std::string & { return c.service.trustedProxy; }},
    Setting{"api-token", "", SettingGroup::Service, 0, 0,
            +[](Config &c) -> std::string & { return c.service.apiToken; }},
    Setting{"max-testers", "", SettingGroup::Service, 1, 100'000,
            +[](Config &c) -> int & { return c.service.maxTesters; }},
    Setting{"runs", "", SettingGroup::Service, 1, 20, +[](Config &c) -> int & { return c.service.runs; }},
    Setting{"pings", "WEBSOCKET_PING_COUNT", SettingGroup::Pings, 1, 1000,
            +[](Config &c) -> int & { return c.measure.pings; }},
    Setting{"least-pings", "", SettingGroup::Pings, 0, 1000,
            +[](Config &c) -> int & { return c.measure.leastPings; }},
    Setting{"ping-interval-ms", "WEBSOCKET_PING_INTERVAL", SettingGroup::Pings, 1, hourInMs,
            +[](Config &c) -> Ms & { return c.measure.pingInterval; }},
    Setting{"ping-timeout-ms", "WEBSOCKET_PING_TIMEOUT", SettingGroup::Pings, 1, hourInMs,
            +[](Config &c) -> Ms & { return c.measure.pingTimeout; }},
    Setting{"max-ttl", "TRACE_MAX_TTL", SettingGroup::Trace, 1, 64,
            +[](Config &c) -> int & { return c.measure.maxTtl; }},
    Setting{"trace-timeout-ms", "TRACE_TIMEOUT_PER_TTL", SettingGroup::Trace, 1, hourInMs,
            +[](Config &c) -> Ms & { return c.measure.traceTimeout; }},
    Setting{"probes-per-ttl", "TRACE_PROBES_PER_TTL", SettingGroup::Trace, 1, 10,
            +[](Config &c) -> int & { return c.measure.probesPerTtl; }},
    Setting{"final-probes", "TRACE_FINAL_PROBES", SettingGroup::Trace, 1, 100,
            +[](Config &c) -> int & { return c.measure.finalProbes; }},
    Setting{"final-timeout-ms", "TRACE_FINAL_TIMEOUT", SettingGroup::Trace, 1, hourInMs,
            +[](Config &c) -> Ms & { return c.measure.finalTimeout; }},
    Setting{"threshold-ms", "RTT_THRESHOLD_MS", SettingGroup::Verdict, 0, hourInMs,
            +[](Config &c) -> Ms & { return c.measure.threshold; }},
    Setting{"store", "", SettingGroup::Program, 0, 0, +[](Config &c) -> std::string & { return c.store; }},
    Setting{"geo-dir", "", SettingGroup::Program, 0, 0, +[](Config &c) -> std::string & { return c.geoDir; }},
    Setting{"fingerprints", "", SettingGroup::Program, 0, 0,
            +[](Config &c) -> std::string & { return c.fingerprintsFile; }},
    Setting{"log-file", "", SettingGroup::Program, 0, 0,
            +[](Config &c) -> std::string & { return c.logFile; }},
    Setting{"language", "", SettingGroup::Program, 0, 0,
            +[](Config &c) -> std::string & { return c.language; }},
    Setting{"verbosity", "VERBOSITY", SettingGroup::Program, 0, 3,
            +[](Config &c) -> int & { return c.verbosity; }},
};

std::optional<int> wholeNumber(std::string_view text)
{
    int value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

Result<int> numberInRange(const Setting &setting, std::string_view text)
{
    const auto value = wholeNumber(text);
    if (!value || *value < setting.least || *value > setting.most)
        return failure(ErrorCode::InvalidArgument,
                       QT_TRANSLATE_NOOP("Reasons", "%1 must be a whole number from %2 to %3, not \"%4\""),
                       {std::string(setting.name), std::to_string(setting.least),
                        std::to_string(setting.most), std::string(text)});
    return *value;
}

Result<bool> truth(const Setting &setting, std::string_view text)
{
    if (text == "true" || text == "1" || text == "yes" || text == "on")
        return true;
    if (text == "false" || text == "0" || text == "no" || text == "off")
        return false;
    return failure(ErrorCode::InvalidArgument,
                   QT_TRANSLATE_NOOP("Reasons", "%1 must be true or false, not \"%2\""),
                   {std::string(setting.name), std::string(text)});
}

/// English, German or Chinese, with or without a country: those that there are translations to.
bool isLanguage(std::string_view text)
{
    constexpr std::array<std::string_view, 3> known{"en", "de", "zh"};
    const std::string_view language = text.substr(0, text.find_first_of("_-."));
    return text.empty() || std::find(known.begin(), known.end(), language) != known.end();
}

struct Reader {
    Config &config;
    const Setting &setting;
    std::string_view text;

    Result<void> operator()(bool &(*field)(Config &)) const
    {
        const auto value = truth(setting, text);
        if (!value)
            return value.error();
        field(config) = value.value();
        return {};
    }
    Result<void> operator()(std::string &(*field)(Config &)) const
    {
        if (setting.name == "language" && !isLanguage(text))
            return failure(ErrorCode::InvalidArgument,
                           QT_TRANSLATE_NOOP("Reasons", "%1 must be en, de or zh_CN, not \"%2\""),
                           {std::string(setting.name), std::string(text)});
        field(config) = std::string(text);
        return {};
    }
    template<class Number>
    Result<void> operator()(Number &(*field)(Config &)) const
    {
        const auto value = numberInRange(setting, text);
        if (!value)
            return value.error();
        field(config) = static_cast<Number>(value.value());
        return {};
    }
};

std::string written(bool value)
{
    return value ? "true" : "false";
}
std::string written(const std::string &value)
{
    return value;
}
std::string written(int value)
{
    return std::to_string(value);
}
std::string written(Ms value)
{
    return std::to_string(value.count());
}

} // namespace

std::span<const Setting> settings()
{
    return table;
}

std::string settingText(const Config &config, const Setting &setting)
{
    Config copy = config;
    return std::visit([&copy](auto field) { return written(field(copy)); }, setting.field);
}

Result<void> applySetting(Config &config, const Setting &setting, std::string_view text)
{
    return std::visit(Reader{config, setting, text}, setting.field);
}

Result<void> applySetting(Config &config, std::string_view name, std::string_view text)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [name](const Setting &s) { return s.name == name; });
    if (found == table.end())
        return Error{ErrorCode::InvalidArgument, "there is no setting called \"" + std::string(name) + "\""};
    return applySetting(config, *found, text);
}

bool suitsAsToken(std::string_view text)
{
    constexpr std::size_t shortest = 16;
    constexpr std::size_t longest = 128;
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
            || c == '_';
    });
    return text.empty() || (plain && text.size() >= shortest && text.size() <= longest);
}

bool socketSuitsPage(const ServiceConfig &service)
{
    const bool tls = !service.certificateFile.empty();
    const bool securePage = service.publicUrl.empty() ? tls : service.publicUrl.starts_with("https:");
    const bool secureSocket =
        service.publicWebSocketUrl.empty() ? tls : service.publicWebSocketUrl.starts_with("wss:");
    return !securePage || secureSocket;
}

std::string environmentName(const Setting &setting)
{
    std::string name = "PARALLAX_";
    for (const char c : setting.name)
        name += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return name;
}

} // namespace parallax
