// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/estimator.h"

#include "core/clock/gated_median.h"
#include "core/clock/original_estimators.h"

namespace parallax {

std::unique_ptr<Estimator> makeEstimator(ClockScheme scheme)
{
    switch (scheme) {
    case ClockScheme::Raw:
        return std::make_unique<RawEstimator>();
    case ClockScheme::Ewma:
        return std::make_unique<EwmaEstimator>();
    case ClockScheme::Kalman:
        return std::make_unique<KalmanEstimator>();
    case ClockScheme::Pid:
        return std::make_unique<PidEstimator>();
    case ClockScheme::Median:
        break;
    }
    return std::make_unique<GatedMedian>();
}

} // namespace parallax
