// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/config.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace parallax {

enum class SettingGroup : std::uint8_t { Service, Pings, Trace, Verdict, Program };

/// The field of Config that a setting is, by its type.
using SettingField = std::variant<bool &(*)(Config &), int &(*)(Config &), std::uint16_t &(*)(Config &),
                                  std::string &(*)(Config &), std::chrono::milliseconds &(*)(Config &)>;

/// One setting: the option is `--name`, the environment PARALLAX_NAME, the file's key `name`.
struct Setting {
    std::string_view name; // "ping-interval-ms"
    std::string_view originalName; // the key of the original program, or empty: "WEBSOCKET_PING_INTERVAL"
    SettingGroup group;
    int least; // of numbers; unused otherwise
    int most;
    SettingField field;
};

/// The one table. Defaults are Config's.
std::span<const Setting> settings();

/// The value as it would be written in the file.
std::string settingText(const Config &config, const Setting &setting);
/// Reads a value; the error names the setting and its range.
Result<void> applySetting(Config &config, const Setting &setting, std::string_view text);
/// Applies `name`; an unknown name is an error.
Result<void> applySetting(Config &config, std::string_view name, std::string_view text);

/// What a header can carry as the API's token (RFC 6750); empty is none.
bool suitsAsToken(std::string_view text);

/// Testers can open the socket from the page: a browser lets a page of https open none of ws:.
bool socketSuitsPage(const ServiceConfig &service);

/// The name in the environment: PARALLAX_PING_INTERVAL_MS.
std::string environmentName(const Setting &setting);

} // namespace parallax
