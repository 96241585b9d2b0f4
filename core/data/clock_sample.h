// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <optional>

namespace parallax {

/// How offsets become an estimate. The numbers are IDCODE on the wire; the first four are the original's.
enum class ClockScheme : std::uint8_t { Raw = 1, Ewma = 2, Kalman = 3, Pid = 4, Median = 5 };

/// One question and its answer: RFC 5905's four moments, each by the clock of the end where it happened.
struct ClockExchange {
    Timestamp sent{}; // T1, ours
    Timestamp received{}; // T2, theirs
    Timestamp answered{}; // T3, theirs
    Timestamp returned{}; // T4, ours

    /// Their clock minus ours, were both ways equally long.
    Duration offset() const { return ((received - sent) + (answered - returned)) / 2; }
    /// Without the time that the other end took.
    Duration rtt() const { return (returned - sent) - (answered - received); }
    /// The offset is at most this: the way there took no negative time.
    Duration highest() const { return received - sent; }
    /// The offset is at least this: nor did the way back.
    Duration lowest() const { return answered - returned; }

    bool operator==(const ClockExchange &) const = default;
};

/// An offset (their clock minus ours), with how sure it is.
struct ClockEstimate {
    Duration offset{};
    Duration uncertainty{}; // one standard deviation of the estimate; says nothing of the path's asymmetry
    std::optional<double> driftPpm{}; // their clock gains so many µs a second on ours
    std::optional<double> driftUncertaintyPpm{};

    bool operator==(const ClockEstimate &) const = default;
};

/// Between these the offset lies, whatever the path's asymmetry.
struct OffsetBound {
    Duration low{};
    Duration high{};

    Duration halfWidth() const { return (high - low) / 2; }
    bool holds(Duration offset) const { return low <= offset && offset <= high; }
    bool operator==(const OffsetBound &) const = default;
};

/// One exchange and what is known after it.
struct ClockSample {
    std::uint64_t number = 0; // of the questions sent
    ClockExchange exchange{};
    ClockEstimate estimate{}; // by the client's scheme
    ClockEstimate best{}; // offset and drift by the two-state Kalman filter
    OffsetBound bound{};
    std::optional<Duration> correction{}; // as the server replied; the original's frame only
    std::optional<Duration> applied{}; // the original's loop: what its clock is moved by after this sample
    std::optional<Duration> truth{}; // where a test set the clock wrong by a known amount
    bool kernelStamps = false; // T1 and T4 are the kernel's
    Duration sinceBoot{}; // T4 by this machine's clock that is never set
    std::uint64_t stepsBefore = 0; // how often either clock was set: offsets across it do not compare

    /// The way there and back by the best offset; a negative one is explained by the bound's width.
    Duration wayThere() const { return exchange.highest() - best.offset; }
    Duration wayBack() const { return best.offset - exchange.lowest(); }

    bool operator==(const ClockSample &) const = default;
};

} // namespace parallax
