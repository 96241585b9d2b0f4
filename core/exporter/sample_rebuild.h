// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/observation.h"
#include "core/exporter/fields.h"

#include <vector>

namespace parallax {

constexpr int observationLimit = 100'000; // of one report

/// Observations with the samples of a report that lists none: the n-th TCP sample belongs to the n-th text
/// ping, moments are made up, and lost hop probes are counted. Complains of more than the limit.
std::vector<Observation> rebuiltFromSamples(const Fields &report, Timestamp started);

} // namespace parallax
