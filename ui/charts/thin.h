// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <vector>

namespace parallax {

/// At most `most` of the samples for a column of points: the smallest, the largest and evenly spaced ranks
/// between, in ascending order. More could not be told apart, and a chart redraws every point.
std::vector<double> thinned(const std::vector<Duration> &samples, int most);

} // namespace parallax
