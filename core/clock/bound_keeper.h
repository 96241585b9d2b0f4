// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/ring.h"
#include "core/data/clock_sample.h"

namespace parallax {

/// Limits that the offset cannot leave: every exchange gives two, as neither way takes negative time, and
/// those of all of them hold at once (Marzullo). Older ones are carried along by the drift and widened by how
/// uncertain that is. Never narrower than the quickest way there plus the quickest way back: so wide that any
/// asymmetry of the path fits.
class BoundKeeper
{
public:
    enum class Verdict : std::uint8_t {
        Agrees,
        Denies, // the exchange and the earlier ones cannot all be true: not used
        Stepped, // several on end: one of the clocks was set, and the earlier ones are forgotten
    };

    /// By one exchange alone.
    static OffsetBound limitsOf(const ClockExchange &exchange);
    /// Whether an exchange can be true after those before.
    bool admits(const ClockExchange &exchange, const std::optional<ClockEstimate> &drift) const;
    Verdict add(const ClockExchange &exchange, const std::optional<ClockEstimate> &drift);
    /// At the newest exchange's end.
    OffsetBound bound() const { return m_bound; }
    void clear();

private:
    struct Limits {
        Timestamp at{};
        OffsetBound bound{};
    };
    OffsetBound carried(Timestamp at, const std::optional<ClockEstimate> &drift) const;

    Ring<Limits, 512> m_limits;
    OffsetBound m_bound{};
    int m_denials = 0;
};

} // namespace parallax
