// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/ring.h"
#include "core/data/clock_sample.h"

namespace parallax {

/// What the original's client does with the corrections it is told: a clock of its own, beside the machine's,
/// is moved. It adds half the round trip, where it ought to be subtracted: see docs/clocks.md.
class ApplicationRule
{
public:
    struct Applied {
        Duration total{}; // what its clock is moved by now
        bool startedOver = false;
    };
    Applied add(Duration correction, Duration rtt);
    Duration applied() const { return m_applied; }
    /// Until the next question.
    Duration interval() const;

private:
    Duration m_applied{};
    int m_count = 0; // since it started over
    Ring<Duration, 10> m_errors;
};

} // namespace parallax
