// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/observation.h"
#include "core/exporter/fields.h"

#include <vector>

namespace parallax {

/// Observations with the samples of a report that lists none: the n-th TCP sample belongs to the n-th text
/// ping, moments are made up, and lost hop probes are counted.
std::vector<Observation> rebuiltFromSamples(const Fields &report, Timestamp started);

} // namespace parallax
