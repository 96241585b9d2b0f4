// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/observation.h"

#include <variant>

namespace parallax {

struct Send {
    Probe probe{};
    Duration timeout{}; // after this long without a reply the probe counts as lost
};
struct Wait {
    Timestamp until{}; // Timestamp::max(): until something arrives or times out
};
struct Done {
};

using Step = std::variant<Send, Wait, Done>;

/// Decides what to do next. Holds no socket, thread or clock: time comes in as an argument.
class Strategy
{
public:
    Strategy() = default;
    Strategy(const Strategy &) = delete;
    Strategy &operator=(const Strategy &) = delete;
    virtual ~Strategy() = default;

    virtual Step next(Timestamp now) = 0;
    virtual void observe(const Observation &observation) = 0;
};

} // namespace parallax
