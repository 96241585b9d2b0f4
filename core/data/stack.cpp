// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/stack.h"

#include <algorithm>

namespace parallax {

namespace {

/// Systems start at 64, 128 or 255; each router takes one away.
std::uint8_t initialTtl(std::uint8_t received)
{
    if (received <= 64)
        return 64;
    return received <= 128 ? 128 : 255;
}

std::string_view nameOf(OperatingSystem system)
{
    switch (system) {
    case OperatingSystem::Linux:
        return "Linux/Android";
    case OperatingSystem::Windows:
        return "Windows";
    case OperatingSystem::Apple:
        return "macOS/iOS";
    }
    return {};
}

} // namespace

std::optional<OperatingSystem> systemOfSyn(const TcpFacts &facts)
{
    if (!facts.ttl || !facts.windowScale)
        return std::nullopt;
    const auto &stacks = fingerprints().stacks;
    const auto found = std::find_if(stacks.begin(), stacks.end(), [&facts](const StackRow &stack) {
        return facts.optionOrder.starts_with(stack.options) && initialTtl(*facts.ttl) == stack.initialTtl
            && stack.windowScale.contains(*facts.windowScale);
    });
    return found == stacks.end() ? std::nullopt : std::optional(found->system);
}

std::optional<OperatingSystem> systemOfUserAgent(std::string_view userAgent)
{
    const auto &browsers = fingerprints().browsers;
    const auto found = std::find_if(browsers.begin(), browsers.end(), [userAgent](const BrowserRow &row) {
        return userAgent.find(row.words) != std::string_view::npos;
    });
    return found == browsers.end() ? std::nullopt : std::optional(found->system);
}

std::optional<std::string_view> osGuess(const TcpFacts &facts)
{
    if (facts.optionOrder.empty() || !facts.ttl)
        return std::nullopt;
    const auto system = systemOfSyn(facts);
    return system ? nameOf(*system) : std::string_view("unknown");
}

int routersPassed(std::uint8_t receivedTtl)
{
    return initialTtl(receivedTtl) - receivedTtl;
}

} // namespace parallax
