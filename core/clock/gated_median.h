// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/estimator.h"
#include "core/clock/ring.h"

#include <vector>

namespace parallax {

/// The median of the offsets whose exchanges took least: delay that was not there cannot mislead. (chrony
/// weighs its samples by their delay likewise.)
class GatedMedian : public Estimator
{
public:
    static constexpr std::size_t window = 256;

    void add(const ClockExchange &exchange) override;
    std::optional<ClockEstimate> estimate(Timestamp at) const override;

private:
    struct Point {
        Timestamp at{};
        double offset = 0.0; // µs
        Duration rtt{};
    };
    std::vector<Point> quickest() const;
    void weigh();
    void followStep(const ClockExchange &exchange);

    Ring<ClockExchange, window> m_exchanges;
    int m_disagreeing = 0; // exchanges on end that the estimate cannot be true for
    std::optional<ClockEstimate> m_estimate;
    Timestamp m_at{};
};

} // namespace parallax
