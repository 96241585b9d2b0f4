// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/data/clock_update.h"
#include "core/timing/recent_table.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>

namespace parallax {

/// What does not jump when the clock is set.
using SteadyTime = std::chrono::steady_clock::time_point;

/// What one address may get, so that whoever forges it gains nothing by us. IPv6 counts by /64, which is what
/// one host is usually given.
class SourceBudget
{
public:
    static constexpr std::uint32_t answersPerSecond = 200;
    static constexpr std::uint32_t bytesPerSecond = 4096; // beyond what it sent
    static constexpr std::size_t mostSources = 16'384;

    /// Takes an answer of `more` bytes beyond the question's out of the budget; or why it cannot. In no
    /// second, wherever it begins, is there more than the limits.
    std::optional<ClockRefusal> spend(const IpAddress &source, std::size_t more, SteadyTime now);

private:
    static constexpr std::int64_t slotsPerSecond = 20;
    static constexpr std::size_t slotCount = slotsPerSecond + 1; // a second may begin within one

    struct Slot {
        std::int64_t number = 0; // of the slot since boot
        std::uint32_t answers = 0;
        std::uint32_t bytes = 0;
    };
    struct Spent {
        std::array<Slot, slotCount> slots{};
        std::int64_t last = 0;
    };
    struct AddressHash {
        std::size_t operator()(const IpAddress &address) const noexcept
        {
            return std::hash<SocketAddress>()({address, 0});
        }
    };

    RecentTable<IpAddress, Spent, AddressHash> m_sources;
};

} // namespace parallax
