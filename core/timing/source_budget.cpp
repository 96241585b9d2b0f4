// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/source_budget.h"

#include "core/base/address_limit.h"

namespace parallax {

std::optional<ClockRefusal> SourceBudget::spend(const IpAddress &source, std::size_t more, SteadyTime now)
{
    const std::int64_t current =
        now.time_since_epoch() / (std::chrono::nanoseconds(std::chrono::seconds(1)) / slotsPerSecond);
    const auto counts = [&](std::int64_t slot) {
        return slot <= current && slot > current - static_cast<std::int64_t>(slotCount);
    };
    const IpAddress host = hostOf(source);
    Spent *spent = m_sources.find(host);
    if (spent == nullptr) {
        if (m_sources.size() >= mostSources) {
            if (counts(m_sources.oldest().last))
                return ClockRefusal::Rate; // forgetting it would give it a second budget
            m_sources.dropOldest();
        }
        spent = &m_sources.add(host, {});
    }
    std::uint32_t answers = 0;
    std::uint32_t bytes = 0;
    for (const Slot &slot : spent->slots) {
        answers += counts(slot.number) ? slot.answers : 0;
        bytes += counts(slot.number) ? slot.bytes : 0;
    }
    if (answers >= answersPerSecond)
        return ClockRefusal::Rate;
    if (bytes + more > bytesPerSecond)
        return ClockRefusal::Amplification;
    Slot &slot = spent->slots[static_cast<std::size_t>(current) % slotCount];
    if (slot.number != current)
        slot = {.number = current};
    ++slot.answers;
    slot.bytes += static_cast<std::uint32_t>(more);
    spent->last = current;
    return std::nullopt;
}

} // namespace parallax
