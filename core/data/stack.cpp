// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/stack.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

/// How a system's SYN looks. Only what its default settings send; anything else stays unknown.
/// Linux as measured in the lab; the others as published signature lists (p0f's) have them, not measured
/// here.
struct Stack {
    std::string_view options; // the start of TcpFacts::optionOrder
    std::uint8_t initialTtl;
    std::uint8_t leastWindowScale;
    std::uint8_t mostWindowScale;
    OperatingSystem system;
};

constexpr std::array stacks{
    Stack{"M,S,T,N,W", 64, 6, 10, OperatingSystem::Linux},
    Stack{"M,N,W,N,N,S", 128, 8, 8, OperatingSystem::Windows},
    Stack{"M,N,W,N,N,T,S", 64, 5, 7, OperatingSystem::Apple},
};

struct Token {
    std::string_view inUserAgent;
    OperatingSystem system;
};

// The order matters: an Android browser names Linux too, a phone from Apple "like Mac OS X".
constexpr std::array tokens{
    Token{"Windows", OperatingSystem::Windows}, Token{"iPhone", OperatingSystem::Apple},
    Token{"iPad", OperatingSystem::Apple},      Token{"Mac OS X", OperatingSystem::Apple},
    Token{"Android", OperatingSystem::Linux},   Token{"CrOS", OperatingSystem::Linux},
    Token{"Linux", OperatingSystem::Linux},
};

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
    const auto found = std::find_if(stacks.begin(), stacks.end(), [&facts](const Stack &stack) {
        return facts.optionOrder.starts_with(stack.options) && initialTtl(*facts.ttl) == stack.initialTtl
            && *facts.windowScale >= stack.leastWindowScale && *facts.windowScale <= stack.mostWindowScale;
    });
    return found == stacks.end() ? std::nullopt : std::optional(found->system);
}

std::optional<OperatingSystem> systemOfUserAgent(std::string_view userAgent)
{
    const auto found = std::find_if(tokens.begin(), tokens.end(), [userAgent](const Token &token) {
        return userAgent.find(token.inUserAgent) != std::string_view::npos;
    });
    return found == tokens.end() ? std::nullopt : std::optional(found->system);
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
