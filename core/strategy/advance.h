// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/prober.h"
#include "core/strategy/strategy.h"

namespace parallax {

struct Progress {
    std::vector<Observation> observations{};
    std::optional<Timestamp> wakeAt{}; // nothing: finished
    std::optional<Error> refused{}; // the wire took no more for now
    std::vector<Probe> notSent{}; // what it refused: no measurement, so no observation
};

/// Takes in what arrived, without sending.
std::vector<Observation> takeIn(Strategy &strategy, Prober &prober, Timestamp now);

/// Takes a strategy as far as it can go at `now`. The program's timers and the simulator share it.
Progress advance(Strategy &strategy, Prober &prober, Timestamp now);

} // namespace parallax
