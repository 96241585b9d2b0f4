// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/os_guess.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

/// How a system's SYN looks. Only what its default settings send; anything else stays unknown.
struct Stack {
    std::string_view options; // the start of TcpFacts::optionOrder
    std::uint8_t initialTtl;
    std::uint8_t leastWindowScale;
    std::uint8_t mostWindowScale;
    std::string_view name;
};

constexpr std::array stacks{
    Stack{"M,S,T,N,W", 64, 6, 10, "Linux/Android"},
    Stack{"M,N,W,N,N,S", 128, 8, 8, "Windows"},
    Stack{"M,N,W,N,N,T,S", 64, 5, 7, "macOS/iOS"},
};

/// Systems start at 64, 128 or 255; each router takes one away.
std::uint8_t initialTtl(std::uint8_t received)
{
    if (received <= 64)
        return 64;
    return received <= 128 ? 128 : 255;
}

} // namespace

std::optional<std::string_view> osGuess(const TcpFacts &facts)
{
    if (facts.optionOrder.empty() || !facts.ttl)
        return std::nullopt;
    const auto found = std::find_if(stacks.begin(), stacks.end(), [&facts](const Stack &stack) {
        return facts.optionOrder.starts_with(stack.options) && initialTtl(*facts.ttl) == stack.initialTtl
            && facts.windowScale && *facts.windowScale >= stack.leastWindowScale
            && *facts.windowScale <= stack.mostWindowScale;
    });
    return found == stacks.end() ? std::string_view("unknown") : found->name;
}

} // namespace parallax
