// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_sample.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace parallax {

/// Makes one estimate of the offset out of many exchanges. Keeps what it needs, in bounded room.
class Estimator
{
public:
    virtual ~Estimator() = default;
    /// In the order in which the questions were sent; its round trip is not negative.
    virtual void add(const ClockExchange &exchange) = 0;
    /// For that moment of our clock; nothing before the first exchange.
    virtual std::optional<ClockEstimate> estimate(Timestamp at) const = 0;
};

/// The one interface to all of them.
std::unique_ptr<Estimator> makeEstimator(ClockScheme scheme);

constexpr double toMicroseconds(Duration duration)
{
    return toMilliseconds(duration) * 1000.0;
}

/// Within 127 years: a peer may claim anything, and sums of these must not overflow.
constexpr Duration fromMicroseconds(double microseconds)
{
    constexpr double most = 4e15;
    return fromMilliseconds(std::clamp(microseconds, -most, most) / 1000.0);
}

/// An offset belongs to the middle of its exchange.
constexpr Timestamp middleOf(const ClockExchange &exchange)
{
    return exchange.sent + (exchange.returned - exchange.sent) / 2;
}

} // namespace parallax
